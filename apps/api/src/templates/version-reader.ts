import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { checksOf, historyOf } from '#persistence/queries/template-versions';
import { redline, type Redline } from '#templates/redline';
import { TemplateError } from '#templates/template-error';
import { type Caller } from '../access/caller.js';
import { Problem } from '../http/problem.js';
import { type CheckedContent } from './approval.js';
import {
  idOf,
  ownCalendars,
  type ShelfContent,
  type ShelfList,
  type ShelfVersion,
  stateOf,
  TemplateShelf,
} from './shelf.js';
import { actionsFor, eventView, versionLineView } from './version-view.js';
import { type VersionDetail } from './version-schemas.js';
import { calendarsOf, readDraft } from './package-reader.js';
import { unknownVersion } from './versions.service.js';

/** Which version of which template. */
interface VersionName {
  readonly template: string;
  readonly version: string;
}

/** Shows versions of templates; throws Problems where there is nothing to show. */
@Injectable()
export class VersionReader {
  constructor(private readonly shelf: TemplateShelf) {}

  /** All versions of a template, the newest number first. */
  async versions(template: string): Promise<ShelfList['versions']> {
    const { versions, invalid } = await this.shelf.list(template);
    if (versions.length > 0) return versions;
    const [broken] = invalid;
    if (broken) throw invalidTemplate(template, new TemplateError(template, broken.faults));
    const { versions: all } = await this.shelf.list();
    const ids = [...new Set(all.map(idOf))];
    throw new Problem('unknownTemplate', `There is no template ${template}, there are ${ids.join(', ')}`);
  }

  async version(template: string, version: string, em?: EntityManager): Promise<ShelfVersion> {
    const found = await this.sound(template, () => this.shelf.version(template, version, em));
    if (found) return found;
    await this.versions(template);
    throw unknownVersion(template, version);
  }

  /** A version with everything in it. */
  async content(template: string, version: string, em?: EntityManager): Promise<ShelfContent> {
    const found = await this.version(template, version, em);
    return this.sound(template, () => this.shelf.content(found, em));
  }

  /** A template of files that are stored nowhere. Throws a Problem with all that is wrong with them. */
  async unsaved(files: ShelfContent['files']): Promise<CheckedContent> {
    const em = this.shelf.fork();
    const read = await readDraft(files, (id, version) => this.shelf.publishedFiles(id, version, em));
    if ('faults' in read) throw Problem.ofFaults(read.faults);
    const { template } = read;
    return { template, files, calendars: await calendarsOf(template, ownCalendars(read.content)) };
  }

  /** What differs between two versions, of one template or of two. */
  async redline(from: VersionName, to: VersionName): Promise<Redline> {
    const [before, after] = [
      await this.content(from.template, from.version),
      await this.content(to.template, to.version),
    ];
    return redlineOf(before, after);
  }

  /** A version as its own page shows it to a caller. */
  async detail(
    template: string,
    version: string,
    caller: Caller,
    em: EntityManager = this.shelf.fork(),
  ): Promise<VersionDetail> {
    const found = await this.version(template, version, em);
    const { description, packageHash } = found.origin === 'stored' ? found.row : found.read.content;
    const checks = found.origin === 'stored' ? await checksOf(em, template, version) : null;
    return {
      ...versionLineView(found),
      template,
      description,
      packageHash,
      differences: await this.differences(found, em),
      proof: checks?.proof ?? null,
      acceptance: checks?.acceptance ?? null,
      history: (await historyOf(em, template, version)).map(eventView),
      actions: actionsFor(found, caller),
    };
  }

  /** What a variant has otherwise than its base; null of what is none, or when its base is there no more. */
  private async differences(variant: ShelfVersion, em: EntityManager): Promise<Redline | null> {
    const { base } = versionLineView(variant);
    if (base === null) return null;
    const found = await this.shelf.version(base.id, base.version, em);
    if (found === null || stateOf(found) === 'draft') return null;
    return redlineOf(await this.shelf.content(found, em), await this.shelf.content(variant, em));
  }

  private async sound<Value>(template: string, work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof TemplateError) throw invalidTemplate(template, error);
      throw error;
    }
  }
}

function redlineOf(before: ShelfContent, after: ShelfContent): Redline {
  return redline(before.template, after.template, { before: before.calendars, after: after.calendars });
}

function invalidTemplate(template: string, { faults }: TemplateError): Problem {
  const detail = `The template ${template} has faults: it cannot be used until they are mended`;
  return new Problem('templateInvalid', detail, faults);
}
