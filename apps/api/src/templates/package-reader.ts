import { contentHash } from '#decisions/hash';
import { type Fault } from '#domain/fault';
import { type Json } from '#domain/entry';
import { type TemplateContent } from '#persistence/queries/template-versions';
import { parseCalendar } from '#templates/calendars';
import { contextOf, loadPackage, loadParsedTemplate } from '#templates/load';
import { packageDocument, type TemplatePackage, VARIANT_MANIFEST } from '#templates/package';
import { type Calendars, usedCalendars } from '#templates/package-calendars';
import { type ParsedTemplate, parseTemplate } from '#templates/parse-template';
import { rulesFolder, sharedCalendars } from '#templates/rules-folder';
import { type Template } from '#templates/template';
import { TemplateError } from '#templates/template-error';
import { variantSchema } from '#templates/variant';

/** A package that was read whole: the template, and what of it is stored. */
export interface ReadPackage {
  readonly template: Template;
  readonly content: TemplateContent;
}

/** The files of a published version; null where there is none. */
export type FindPublished = (id: string, version: string) => Promise<TemplatePackage['files'] | null>;

/** How many variants may stand on each other, and one more, so that the reader can say that they are too many. */
const LONGEST_WAY = 5;

/** Reads a package: the template that its files make, over the published version that a variant extends. */
export async function readDraft(
  files: TemplatePackage['files'],
  findPublished: FindPublished,
): Promise<ReadPackage | { readonly faults: readonly Fault[] }> {
  const context = await contextOf({ files }, rulesFolder());
  const bases = { ...context.bases };
  let wanted = extendedBy(files);
  for (let step = 0; wanted !== null && step < LONGEST_WAY; step++) {
    const found = await findPublished(wanted.id, wanted.version);
    if (found === null) break;
    bases[wanted.id] = { files: found };
    wanted = extendedBy(found);
  }
  const parsed = parseTemplate(files, { bases, calendars: context.calendars });
  if ('faults' in parsed) return parsed;
  return { template: parsed.value, content: contentOfPackage(files, parsed, context.calendars) };
}

/** A template of the folder `rules` as if it were stored. Throws a `TemplateError`: there is none, or it has faults. */
export async function readShipped(id: string): Promise<ReadPackage> {
  const parsed = await loadParsedTemplate(id);
  const { files } = await loadPackage(id);
  return { template: parsed.value, content: contentOfPackage(files, parsed, await sharedCalendars()) };
}

/**
 * The calendars that contracts of a template can have: its own as they were stored, the shared ones as they are now.
 * Throws a `TemplateError` where one is there no more.
 */
export async function calendarsOf(template: Template, own: Calendars): Promise<Calendars> {
  const { calendars, faults } = usedCalendars(template, own, await sharedCalendars());
  if (faults.length > 0) throw new TemplateError(template.id, faults);
  return calendars;
}

function contentOfPackage(
  files: TemplatePackage['files'],
  { value: template, calendars, variant }: ParsedTemplate,
  shared: Readonly<Record<string, unknown>>,
): TemplateContent {
  const own = Object.entries(calendars).filter(([id, { hash }]) => !isShared(id, hash, shared));
  return {
    title: template.title,
    description: template.description,
    base: variant && { id: variant.extends.template, version: variant.extends.version },
    files,
    template: template as unknown as Json,
    calendars: Object.fromEntries(own) as unknown as Json,
    hash: template.hash,
    packageHash: contentHash(files),
  };
}

/** Whether a calendar is the one that templates share: the same content under the same id. */
function isShared(id: string, hash: string, shared: Readonly<Record<string, unknown>>): boolean {
  const parsed = Object.hasOwn(shared, id) ? parseCalendar(shared[id], id) : null;
  return parsed !== null && 'value' in parsed && parsed.value.hash === hash;
}

/** What a package extends where it is a variant that can be read; else null. */
function extendedBy(files: TemplatePackage['files']): { id: string; version: string } | null {
  const manifest = packageDocument({ files }, VARIANT_MANIFEST, variantSchema);
  if ('faults' in manifest) return null;
  const { template: id, version } = manifest.value.extends;
  return { id, version };
}
