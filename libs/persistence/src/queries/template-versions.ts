import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';
import {
  TemplateEvent,
  type TemplateEventRow,
  TemplateVersion,
  type TemplateVersionRow,
  type TemplateVersionState,
} from '../entities/template-version.js';

/** What the files of a version say. */
export type TemplateContent = Pick<
  TemplateVersionRow,
  'title' | 'description' | 'base' | 'hash' | 'packageHash'
> & {
  readonly files: Readonly<Record<string, string>>;
  readonly template: Json;
  readonly calendars: Json;
};

/** A draft that somebody imported. */
export interface NewVersion {
  readonly templateId: string;
  readonly version: string;
  readonly content: TemplateContent;
  readonly author: string;
}

/** Who did what when, and why. */
export interface VersionDeed {
  readonly action: string;
  readonly actor: string;
  readonly at: Instant;
  readonly reason: string | null;
}

/** What a version was published on: the report of its proof and the results of its acceptance cases. */
export interface VersionChecks {
  readonly proof: Json;
  readonly acceptance: Json;
}

/** What was read is written back only where it was locked before: a part of a row would look like a change of it. */
const READ_ONLY = { disableIdentityMap: true } as const;

/** A version without its files, its template and the results of its checks, which are large; null when there is none. */
export function findVersion(
  em: EntityManager,
  templateId: string,
  version: string,
): Promise<TemplateVersionRow | null> {
  return em.findOne(TemplateVersion, { templateId, version }, READ_ONLY);
}

/** The same, locked until the transaction ends: whoever wants to do something to it meanwhile waits. */
export function lockVersion(
  em: EntityManager,
  templateId: string,
  version: string,
): Promise<TemplateVersionRow | null> {
  return em.findOne(
    TemplateVersion,
    { templateId, version },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}

/** The versions of all templates or of one, in no particular order. */
export function listVersions(
  em: EntityManager,
  filter: { readonly templateId?: string; readonly state?: TemplateVersionState } = {},
): Promise<TemplateVersionRow[]> {
  return em.find(TemplateVersion, { ...filter }, READ_ONLY);
}

/** The files of a version, the template they make, and the calendars of its own. */
export async function contentOf(
  em: EntityManager,
  templateId: string,
  version: string,
): Promise<Pick<TemplateContent, 'files' | 'template' | 'calendars'>> {
  const { files, template, calendars } = await em.findOneOrFail(
    TemplateVersion,
    { templateId, version },
    { fields: ['files', 'template', 'calendars'], ...READ_ONLY },
  );
  return { files, template, calendars };
}

/** What a version was published on; null before. */
export async function checksOf(
  em: EntityManager,
  templateId: string,
  version: string,
): Promise<VersionChecks | null> {
  const { proof, acceptance } = await em.findOneOrFail(
    TemplateVersion,
    { templateId, version },
    { fields: ['proof', 'acceptance'], ...READ_ONLY },
  );
  return proof == null || acceptance == null ? null : { proof, acceptance };
}

/** Makes a draft. Null when there is a version of this name already, in whatever state; of two at once, one makes it. */
export async function importVersion(
  em: EntityManager,
  { templateId, version, content, author }: NewVersion,
  at: Instant,
): Promise<TemplateVersionRow | null> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `template/${templateId}@${version}`,
  ]);
  if ((await em.count(TemplateVersion, { templateId, version })) > 0) return null;
  const row = em.create(TemplateVersion, {
    templateId,
    version,
    state: 'draft',
    ...content,
    author,
    editedBy: author,
    submittedBy: null,
    reviewer: null,
    revision: 1,
    createdAt: at,
    editedAt: at,
    publishedAt: null,
    retiredAt: null,
    proof: null,
    acceptance: null,
  });
  await em.flush();
  await record(em, row, null, 'draft', { action: 'import', actor: author, at, reason: null });
  return row;
}

/** Replaces what a locked draft says. */
export async function editVersion(
  em: EntityManager,
  row: TemplateVersionRow,
  content: TemplateContent,
  deed: VersionDeed,
): Promise<void> {
  Object.assign(row, content);
  row.editedBy = deed.actor;
  row.editedAt = deed.at;
  row.revision += 1;
  await record(em, row, row.state, row.state, deed);
}

/**
 * Takes a locked version to its next state. `checks` are what it is published on. Whether it may go there is decided
 * before; the database refuses what no version ever does.
 */
export async function moveVersion(
  em: EntityManager,
  row: TemplateVersionRow,
  next: TemplateVersionState,
  deed: VersionDeed,
  checks: VersionChecks | null = null,
): Promise<void> {
  const from = row.state;
  row.state = next;
  row.revision += 1;
  if (next === 'draft') row.submittedBy = null;
  if (next === 'inReview') row.submittedBy = deed.actor;
  if (next === 'published') {
    row.reviewer = deed.actor;
    row.publishedAt = deed.at;
    Object.assign(row, checks);
  }
  if (next === 'retired') row.retiredAt = deed.at;
  await record(em, row, from, next, deed);
}

/** Removes a locked draft. Its history stays. */
export async function discardVersion(
  em: EntityManager,
  row: TemplateVersionRow,
  deed: VersionDeed,
): Promise<void> {
  await record(em, row, row.state, 'discarded', deed);
  em.remove(row);
  await em.flush();
}

/** What was done to a version, from the beginning; also to drafts of the same name that were discarded. */
export function historyOf(
  em: EntityManager,
  templateId: string,
  version: string,
): Promise<TemplateEventRow[]> {
  return em.find(TemplateEvent, { templateId, version }, { orderBy: { sequence: 'asc' } });
}

/** Writes down what was done, in the transaction that did it: whoever does it holds the lock of the version. */
async function record(
  em: EntityManager,
  row: TemplateVersionRow,
  fromState: TemplateVersionState | null,
  toState: TemplateVersionState | 'discarded',
  { action, actor, at, reason }: VersionDeed,
): Promise<void> {
  const { templateId, version, hash, packageHash } = row;
  const sequence = (await em.count(TemplateEvent, { templateId, version })) + 1;
  em.create(TemplateEvent, {
    templateId,
    version,
    sequence,
    action,
    fromState,
    toState,
    actor,
    at,
    reason,
    hash,
    packageHash,
  });
  await em.flush();
}
