import { type TemplateEventRow } from '#persistence/entities/template-version';
import { stepVersion, type VersionAction, versionActions } from '#templates/versions';
import { type Caller } from '../access/caller.js';
import { type Role } from '../access/roles.js';
import { SHIPPED_AUTHOR, type ShelfVersion } from './shelf.js';
import { type VersionDetail, type VersionLine } from './version-schemas.js';

/** Who may do what to a version, whatever its state and whoever edited it: the reviewer reviews, and writes nothing. */
export const ACTION_ROLES: Readonly<Record<VersionAction, readonly Role[]>> = {
  edit: ['administrator'],
  submit: ['administrator'],
  discard: ['administrator'],
  withdraw: ['administrator'],
  return: ['administrator', 'reviewer'],
  approve: ['administrator', 'reviewer'],
  retire: ['administrator'],
};

/** A version in a list. */
export function versionLineView(version: ShelfVersion): VersionLine {
  if (version.origin === 'stored') {
    const { row } = version;
    return {
      version: row.version,
      state: row.state,
      origin: 'stored',
      hash: row.hash,
      title: row.title,
      base: row.base ?? null,
      author: row.author,
      editedBy: row.editedBy,
      submittedBy: row.submittedBy ?? null,
      reviewer: row.reviewer ?? null,
      revision: row.revision,
      createdAt: row.createdAt,
      editedAt: row.editedAt,
      publishedAt: row.publishedAt ?? null,
      retiredAt: row.retiredAt ?? null,
    };
  }
  const { template, content } = version.read;
  return {
    version: template.version,
    state: 'published',
    origin: 'shipped',
    hash: template.hash,
    title: template.title,
    base: content.base ?? null,
    author: SHIPPED_AUTHOR,
    editedBy: SHIPPED_AUTHOR,
    submittedBy: SHIPPED_AUTHOR,
    reviewer: null,
    revision: 0,
    createdAt: null,
    editedAt: null,
    publishedAt: null,
    retiredAt: null,
  };
}

/** One thing that was done to a version. */
export function eventView(event: TemplateEventRow): VersionDetail['history'][number] {
  const { sequence, action, fromState, toState, actor, at, reason, hash } = event;
  return { sequence, action, from: fromState ?? null, to: toState, actor, at, reason: reason ?? null, hash };
}

/** What a caller may do to a version now: by its state, the caller's role, and whose work it is. */
export function actionsFor(version: ShelfVersion, { name, role }: Caller): VersionAction[] {
  if (version.origin === 'shipped') return [];
  const { state, editedBy, submittedBy } = version.row;
  const standing = { state, editedBy, submittedBy: submittedBy ?? null };
  return versionActions(state).filter(
    (action) =>
      ACTION_ROLES[action].includes(role) &&
      'next' in stepVersion(standing, { action, actor: name, reason: 'given' }),
  );
}
