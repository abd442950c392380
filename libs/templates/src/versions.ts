import { type Fault, oneOf } from '#domain/fault';

/** What a version of a template is at a time. A draft may be edited; what is published never changes any more. */
export const VERSION_STATES = ['draft', 'inReview', 'published', 'retired'] as const;

export type VersionState = (typeof VERSION_STATES)[number];

/** What somebody can do with a version. `edit` replaces its files. */
export const VERSION_ACTIONS = [
  'edit',
  'submit',
  'discard',
  'withdraw',
  'return',
  'approve',
  'retire',
] as const;

export type VersionAction = (typeof VERSION_ACTIONS)[number];

/** Where an action leads; a draft that is discarded is gone, its history stays. */
export type NextVersionState = VersionState | 'discarded';

/**
 * The life of a version: what may be done in each state, and where it leads. An action missing in a row is refused
 * there. No new contract is made from a retired version; those made from it have their own snapshot and go on.
 */
export const VERSION_TRANSITIONS: Readonly<
  Record<VersionState, Partial<Record<VersionAction, NextVersionState>>>
> = {
  draft: { edit: 'draft', submit: 'inReview', discard: 'discarded' },
  inReview: { withdraw: 'draft', return: 'draft', approve: 'published' },
  published: { retire: 'retired' },
  retired: {},
};

/** What of a version decides who may do what: its state and the names of those whose work it is. */
export interface VersionStanding {
  readonly state: VersionState;
  /** Who imported the draft or replaced its files last. */
  readonly editedBy: string;
  /** Who submitted it; null while it is a draft. */
  readonly submittedBy: string | null;
}

/** One action of one person. */
export interface VersionStep {
  readonly action: VersionAction;
  readonly actor: string;
  readonly reason: string | null;
}

/** Why an action is refused. Stable codes: clients may depend on them. */
export type VersionRefusalCode = 'wrongState' | 'needsAnotherPerson' | 'notTheAuthor' | 'reasonMissing';

export interface VersionRefusal {
  readonly code: VersionRefusalCode;
  readonly fault: Fault;
}

/** The state after an action, or why it is refused. Author and reviewer are always two people. */
export function stepVersion(
  standing: VersionStanding,
  { action, actor, reason }: VersionStep,
): { readonly next: NextVersionState } | { readonly refused: VersionRefusal } {
  const next = VERSION_TRANSITIONS[standing.state][action];
  if (next === undefined) return refused('wrongState', `${action} is not possible`, stateAllows(standing));
  const isOwnWork = actor === standing.editedBy || actor === standing.submittedBy;
  if ((action === 'approve' || action === 'return') && isOwnWork) {
    const allowed =
      'allowed is a reviewer who neither edited it last nor submitted it; its author may withdraw it';
    return refused('needsAnotherPerson', `${actor} edited or submitted this version`, allowed);
  }
  if (action === 'withdraw' && !isOwnWork) {
    const authors = [...new Set([standing.submittedBy ?? standing.editedBy, standing.editedBy])];
    return refused(
      'notTheAuthor',
      `${actor} is not its author`,
      `${oneOf(authors)}; a reviewer may return it`,
    );
  }
  if (action === 'return' && reason === null) {
    return refused(
      'reasonMissing',
      'is missing',
      'say what has to change before it can be published',
      'reason',
    );
  }
  return { next };
}

/** The actions that the state of a version allows, whoever asks. */
export function versionActions(state: VersionState): VersionAction[] {
  return VERSION_ACTIONS.filter((action) => action in VERSION_TRANSITIONS[state]);
}

function stateAllows({ state }: VersionStanding): string {
  const actions = versionActions(state);
  return actions.length === 0
    ? `the version is ${state}: nothing more can happen to it`
    : `the version is ${state}: ${oneOf(actions)}`;
}

function refused(code: VersionRefusalCode, problem: string, allowed: string, path = 'action') {
  return { refused: { code, fault: { path, problem, allowed } } };
}

/** Orders versions by their numbers: negative when `a` comes before `b`. `1.10.0` comes after `1.9.0`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (const [index, number] of left.entries()) {
    const difference = number - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
