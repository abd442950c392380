import { type EntityManager } from '@mikro-orm/postgresql';
import { type Fault, unknownName } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { contentOf, findVersion } from '#persistence/queries/template-versions';
import { listTemplates, loadParsedTemplate } from '#templates/load';
import { type Calendars, usedCalendars } from '#templates/package-calendars';
import { sharedCalendars } from '#templates/rules-folder';
import { type Template } from '#templates/template';
import { TemplateError } from '#templates/template-error';
import { type TemplateWithCalendars } from './amendment.js';

type Found = TemplateWithCalendars | { readonly faults: readonly Fault[] };

/**
 * A template by its id: a stored version in whatever state, so that a draft can be tried before anybody publishes it;
 * without a version, or where none is stored, that of the folder `rules`.
 */
export async function findTemplate(
  em: EntityManager | null,
  id: string,
  version: string | undefined,
): Promise<Found> {
  const stored = em && version !== undefined ? await storedTemplate(em, id, version) : null;
  if (stored) return stored;
  const shipped = await shippedTemplate(id);
  if ('faults' in shipped || version === undefined || shipped.template.version === version) return shipped;
  return { faults: [unknownName('version', `version of ${id}`, version, [shipped.template.version])] };
}

/** The template that a contract was made from, by its hash; null where it is not to be found any more. */
export async function recordedTemplate(
  em: EntityManager | null,
  { id, version, hash }: Terms['template'],
): Promise<TemplateWithCalendars | null> {
  const stored = em && (await storedTemplate(em, id, version));
  if (stored?.template.hash === hash) return stored;
  const shipped = await shippedTemplate(id);
  return 'template' in shipped && shipped.template.hash === hash ? shipped : null;
}

async function storedTemplate(
  em: EntityManager,
  id: string,
  version: string,
): Promise<TemplateWithCalendars | null> {
  if (!(await findVersion(em, id, version))) return null;
  const content = await contentOf(em, id, version);
  const template = content.template as unknown as Template;
  const own = content.calendars as unknown as Calendars;
  const { calendars } = usedCalendars(template, own, await sharedCalendars());
  return { template, calendars };
}

async function shippedTemplate(id: string): Promise<Found> {
  const ids = await listTemplates();
  if (!ids.includes(id)) return { faults: [unknownName('id', 'template', id, ids)] };
  try {
    const { value: template, calendars } = await loadParsedTemplate(id);
    return { template, calendars };
  } catch (error) {
    if (error instanceof TemplateError) return { faults: error.faults };
    throw error;
  }
}
