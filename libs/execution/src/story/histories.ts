import { type Standpoint } from '#domain/command';
import { type Owner } from '#domain/command';
import { ownerName } from '#domain/command';
import { type LedgerLine } from '#persistence/ledger';
import { type StoryDifference } from './difference.js';

/** What the histories of one owner's workflow tell: where it stood after each turn, from the first run to the last. */
export interface ToldHistory {
  readonly workflowId: string;
  readonly owner: Owner;
  readonly standpoints: readonly Standpoint[];
  /** What is wrong with the histories themselves, or was done to the workflow from outside. */
  readonly remarks: readonly StoryDifference[];
}

/** The hash of an owner's state after each of its steps, by `owner@version`. */
export type StateHashes = ReadonlyMap<string, string>;

/** Remarks on histories that do not have all that happened. */
const BROKEN: ReadonlySet<string> = new Set(['history.runLost', 'history.changed']);

export function stateKey(owner: string, version: number): string {
  return `${owner}@${version}`;
}

/**
 * Compares what the workflows saw with the ledger, in both directions. No hashes: the ledger folds to no states.
 * `answered` are the lines that stored commands were answered with, the last of each.
 */
export function historyDifferences(
  lines: readonly LedgerLine[],
  hashes: StateHashes | null,
  histories: readonly ToldHistory[],
  answered: ReadonlySet<number>,
): StoryDifference[] {
  const told = new Set(histories.flatMap(({ standpoints }) => standpoints).flatMap(sequencesOf));
  return [
    ...histories.flatMap(({ remarks }) => remarks),
    ...histories.flatMap((history) => lost(history, lines)),
    ...(hashes ? histories.flatMap((history) => otherStates(history, hashes)) : []),
    ...untold(lines, told, histories, answered),
  ];
}

function sequencesOf({ written }: Standpoint): number[] {
  return written.map(({ sequence }) => sequence);
}

/** What a history tells of has to be in the ledger, in its place. */
function lost({ workflowId, standpoints }: ToldHistory, lines: readonly LedgerLine[]): StoryDifference[] {
  const written = standpoints.flatMap((standpoint) => standpoint.written);
  return written.flatMap(({ sequence, kind, at }): StoryDifference[] => {
    const line = lines[sequence - 1];
    const where = `line ${sequence}`;
    if (!line) return [{ kind: 'history.lineLost', where, detail: `${workflowId} wrote ${kind} at ${at}` }];
    if (line.kind === kind && line.at === at) return [];
    const detail = `${workflowId} wrote ${kind} at ${at}, the ledger has ${line.kind} at ${line.at}`;
    return [{ kind: 'history.lineDiffers', where, detail }];
  });
}

/** A history keeps the hash of every state its workflow has seen. */
function otherStates(
  { workflowId, owner, standpoints }: ToldHistory,
  hashes: StateHashes,
): StoryDifference[] {
  const name = ownerName(owner);
  return standpoints.flatMap(({ version, stateHash }): StoryDifference[] => {
    const folded = hashes.get(stateKey(name, version));
    if (version === 0 || folded === stateHash) return [];
    const detail = `${workflowId} saw ${stateHash}, the ledger folds to ${folded ?? 'no such version'}`;
    return [{ kind: 'history.stateDiffers', where: `version ${version} of ${name}`, detail }];
  });
}

/**
 * What the ledger has, some history has to tell of. A turn whose worker died after its transaction was taken again, and
 * tells of no lines: its owner's next standpoint has no lines and stands at that version or later. Where Temporal and
 * the API died with the worker nobody had it taken again, and no history knows of it: the next standpoint goes on from
 * there. Of what somebody told, the stored command is left as proof; what a deadline wrote, the core gives as well.
 */
function untold(
  lines: readonly LedgerLine[],
  told: ReadonlySet<number>,
  histories: readonly ToldHistory[],
  answered: ReadonlySet<number>,
): StoryDifference[] {
  const byOwner = Map.groupBy(histories, ({ owner }) => ownerName(owner));
  const owners = Map.groupBy(
    lines.filter(({ sequence }) => !told.has(sequence)),
    ({ owner }) => owner,
  );
  return [...owners].flatMap(([owner, left]) => {
    const own = byOwner.get(owner) ?? [];
    const standpoints = own.flatMap((history) => history.standpoints);
    if (standpoints.length === 0) return [absent(owner, left)];
    // Where a run is missing or was changed, nothing that nobody tells of is explained.
    const isWhole = own.every(({ remarks }) => remarks.every(({ kind }) => !BROKEN.has(kind)));
    const isExplained = (line: LedgerLine): boolean =>
      wasTakenTwice(line, standpoints) || (isWhole && isPassedOver(line, standpoints, { lines, answered }));
    return left.filter((line) => !isExplained(line)).map(untoldLine);
  });
}

function wasTakenTwice({ ownerVersion }: LedgerLine, standpoints: readonly Standpoint[]): boolean {
  return nextOf(ownerVersion, standpoints)?.written.length === 0;
}

function nextOf(ownerVersion: number, standpoints: readonly Standpoint[]): Standpoint | undefined {
  return standpoints.find(({ version }) => version >= ownerVersion);
}

function isPassedOver(
  { owner, ownerVersion }: LedgerLine,
  standpoints: readonly Standpoint[],
  { lines, answered }: { readonly lines: readonly LedgerLine[]; readonly answered: ReadonlySet<number> },
): boolean {
  const next = nextOf(ownerVersion, standpoints);
  const own = lines.filter((line) => line.owner === owner);
  const step = own.filter((line) => line.ownerVersion === ownerVersion);
  const [first] = step;
  if (next === undefined) return wasEndedByContract(first) || isAnswered(step, answered);
  const written = new Set(next.written.map(({ sequence }) => sequence));
  const goesOn = own.every((line) => !written.has(line.sequence) || line.ownerVersion > ownerVersion);
  const isByItself = first?.event === null || wasEndedByContract(first);
  return goesOn && (isByItself || isAnswered(step, answered));
}

/** Its contract's turn has ended it, and the contract's own lines are looked at as well. */
function wasEndedByContract(first: LedgerLine | undefined): boolean {
  return first?.kind === 'contract.ended' && first.request !== null;
}

function isAnswered(step: readonly LedgerLine[], answered: ReadonlySet<number>): boolean {
  return answered.has(step.at(-1)?.sequence ?? 0);
}

function absent(owner: string, lines: readonly LedgerLine[]): StoryDifference {
  const places = lines.map(({ sequence }) => sequence).join(', ');
  return { kind: 'history.absent', where: owner, detail: `nobody tells of line ${places}` };
}

function untoldLine({ sequence, kind, at, owner }: LedgerLine): StoryDifference {
  return { kind: 'ledger.lineUntold', where: `line ${sequence}`, detail: `${kind} at ${at} of ${owner}` };
}
