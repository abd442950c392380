import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { contentHash } from '#decisions/hash';
import { type Fault, unknownName } from '#domain/fault';
import { type TemplateVersionRow } from '#persistence/entities/template-version';
import { contentOf, findVersion, listVersions } from '#persistence/queries/template-versions';
import { listTemplates } from '#templates/load';
import { type TemplatePackage } from '#templates/package';
import { type Calendars } from '#templates/package-calendars';
import { type Template } from '#templates/template';
import { TemplateError } from '#templates/template-error';
import { compareVersions, type VersionState } from '#templates/versions';
import { calendarsOf, type ReadPackage, readShipped } from './package-reader.js';

/** By whom the templates are that came with the product. */
export const SHIPPED_AUTHOR = 'Pacta';

/** A version on the shelf: stored by an administrator, or shipped in the folder `rules`, which counts as published. */
export type ShelfVersion =
  | { readonly origin: 'stored'; readonly row: TemplateVersionRow }
  | { readonly origin: 'shipped'; readonly read: ReadPackage };

/** All versions, and the shipped templates that cannot be used, with why. */
export interface ShelfList {
  readonly versions: readonly ShelfVersion[];
  readonly invalid: readonly { readonly id: string; readonly faults: readonly Fault[] }[];
}

/** What a contract is drafted from. */
export interface ShelfTemplate {
  readonly template: Template;
  /** The calendars that its contracts can have, by their ids. */
  readonly calendars: Calendars;
}

/** A version with everything in it. */
export interface ShelfContent extends ShelfTemplate {
  readonly files: TemplatePackage['files'];
}

/** Reads templates: those stored in PostgreSQL, then those of the folder `rules`, which are read anew at each call. */
@Injectable()
export class TemplateShelf {
  constructor(private readonly orm: MikroORM) {}

  fork(): EntityManager {
    return this.orm.em.fork();
  }

  /** All versions of all templates, or of one, in whatever state, the newest number first. */
  async list(templateId?: string, em: EntityManager = this.fork()): Promise<ShelfList> {
    const rows = await listVersions(em, templateId === undefined ? {} : { templateId });
    const stored = rows.map((row): ShelfVersion => ({ origin: 'stored', row }));
    const ids = (await listTemplates()).filter((id) => templateId === undefined || id === templateId);
    const shipped = await Promise.all(ids.map(shippedVersion));
    const versions = [...stored, ...shipped.flatMap((found) => ('read' in found ? [found] : []))];
    return {
      versions: versions.toSorted(newestFirst),
      invalid: shipped.flatMap((found) => ('faults' in found ? [found] : [])),
    };
  }

  /** One version in whatever state; null when there is none. Throws a `TemplateError` for a shipped one with faults. */
  async version(id: string, version: string, em: EntityManager = this.fork()): Promise<ShelfVersion | null> {
    const row = await findVersion(em, id, version);
    if (row) return { origin: 'stored', row };
    if (!(await listTemplates()).includes(id)) return null;
    const read = await readShipped(id);
    return read.template.version === version ? { origin: 'shipped', read } : null;
  }

  /**
   * What a contract is drafted from: the published version of the id that is named, or the newest one by its number,
   * stored and shipped together. Throws a `TemplateError` that says what there is.
   */
  async find(id: string, version?: string): Promise<ShelfTemplate> {
    const em = this.fork();
    const { versions, invalid } = await this.list(id, em);
    const published = versions.filter((each) => stateOf(each) === 'published');
    const found =
      version === undefined ? published[0] : published.find((each) => versionOf(each) === version);
    if (found) return this.content(found, em);
    const [broken] = invalid;
    if (broken) throw new TemplateError(id, broken.faults);
    const retired = versions.some((each) => versionOf(each) === version && stateOf(each) === 'retired');
    if (retired) {
      const allowed = `allowed are ${published.map(versionOf).join(', ') || 'none: no version is published'}`;
      throw new TemplateError(id, [{ path: 'templateVersion', problem: `${version} is retired`, allowed }]);
    }
    if (version !== undefined && published.length > 0)
      throw new TemplateError(id, [
        unknownName('templateVersion', `published version of ${id}`, version, published.map(versionOf)),
      ]);
    throw new TemplateError(id, [unknownName('template', 'template', id, await this.publishedIds(em))]);
  }

  /** The files of a version with what they make. Throws when what is stored is not what its hash says. */
  async content(version: ShelfVersion, em: EntityManager = this.fork()): Promise<ShelfContent> {
    if (version.origin === 'shipped') {
      const { template, content } = version.read;
      return {
        template,
        files: content.files,
        calendars: await calendarsOf(template, ownCalendars(content)),
      };
    }
    const { templateId, version: number, hash } = version.row;
    const stored = await contentOf(em, templateId, number);
    const template = stored.template as unknown as Template;
    const { hash: _hash, ...parts } = template;
    if (contentHash(parts) !== hash)
      throw new Error(`the template ${templateId} ${number} is not what its hash says`);
    return { template, files: stored.files, calendars: await calendarsOf(template, ownCalendars(stored)) };
  }

  /** The files of a published version, for a variant to extend; null when there is none. */
  async publishedFiles(
    id: string,
    version: string,
    em: EntityManager = this.fork(),
  ): Promise<TemplatePackage['files'] | null> {
    const found = await this.version(id, version, em);
    if (found === null || stateOf(found) !== 'published') return null;
    return found.origin === 'shipped' ? found.read.content.files : (await contentOf(em, id, version)).files;
  }

  private async publishedIds(em: EntityManager): Promise<string[]> {
    const { versions } = await this.list(undefined, em);
    const published = versions.filter((each) => stateOf(each) === 'published');
    return [...new Set(published.map(idOf))].toSorted();
  }
}

export function idOf(version: ShelfVersion): string {
  return version.origin === 'stored' ? version.row.templateId : version.read.template.id;
}

export function versionOf(version: ShelfVersion): string {
  return version.origin === 'stored' ? version.row.version : version.read.template.version;
}

export function stateOf(version: ShelfVersion): VersionState {
  return version.origin === 'stored' ? version.row.state : 'published';
}

function newestFirst(a: ShelfVersion, b: ShelfVersion): number {
  return idOf(a).localeCompare(idOf(b), 'en') || compareVersions(versionOf(b), versionOf(a));
}

export function ownCalendars({ calendars }: { readonly calendars: unknown }): Calendars {
  return calendars as Calendars;
}

async function shippedVersion(
  id: string,
): Promise<ShelfVersion | { readonly id: string; readonly faults: readonly Fault[] }> {
  try {
    return { origin: 'shipped', read: await readShipped(id) };
  } catch (error) {
    if (error instanceof TemplateError) return { id, faults: error.faults };
    throw error;
  }
}
