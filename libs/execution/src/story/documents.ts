import { type LedgerLine } from '#persistence/ledger';
import { type DocumentFact } from '#persistence/queries/story';
import { type StoryDifference } from './difference.js';

/** Which documents a line of a kind brings about, by their kinds. A credit note comes with an invoice that credits. */
const PAPERS: Readonly<Record<string, readonly string[]>> = {
  'invoice.issued': ['invoice'],
  'report.drawnUp': ['report', 'statement'],
  'settlement.drawnUp': ['settlement'],
  'settlement.revised': ['settlement'],
};

/** The kinds of documents that only a line of these kinds brings about. */
const EVENTS: Readonly<Record<string, readonly string[]>> = {
  invoice: ['invoice.issued'],
  creditNote: ['invoice.issued'],
  report: ['report.drawnUp', 'report.submitted'],
  statement: ['report.drawnUp'],
  settlement: ['settlement.drawnUp', 'settlement.revised'],
};

/** A document as the ledger tells of it. */
interface Told {
  readonly source: number;
  readonly kind: string;
  readonly key: string | null;
  readonly language: string;
  readonly mediaType: string;
  readonly documentHash: string;
  readonly size: number;
}

/**
 * Compares the documents with the ledger, in both directions. `unfinished` are the lines whose documents are still to be
 * made or told of: a rehearsal's are made when somebody asks, and its ledger is not told of them.
 */
export function documentDifferences(
  lines: readonly LedgerLine[],
  documents: readonly DocumentFact[],
  { unfinished, areTold }: { readonly unfinished: ReadonlySet<number>; readonly areTold: boolean },
): StoryDifference[] {
  return [
    ...lines.filter(({ sequence }) => !unfinished.has(sequence)).flatMap((line) => missing(line, documents)),
    ...documents.flatMap((document) => [
      ...withoutEvent(document, lines),
      ...changed(document),
      ...(areTold && !unfinished.has(document.ledgerSequence) && !wasSent(document, lines)
        ? untold(document, toldIn(lines))
        : []),
    ]),
    ...toldIn(lines).flatMap((told) => lost(told, documents)),
  ];
}

function missing(
  { sequence, kind, payload }: LedgerLine,
  documents: readonly DocumentFact[],
): StoryDifference[] {
  const own = documents.filter(({ ledgerSequence }) => ledgerSequence === sequence);
  const credited = (payload as { readonly credited?: unknown } | null)?.credited;
  const isCredited = kind === 'invoice.issued' && credited !== undefined && credited !== '0.00';
  return [...(PAPERS[kind] ?? []), ...(isCredited ? ['creditNote'] : [])]
    .filter((wanted) => !own.some((document) => document.kind === wanted))
    .map((wanted) => ({
      kind: 'document.missing',
      where: `line ${sequence}`,
      detail: `${kind} has no ${wanted}`,
    }));
}

function withoutEvent(document: DocumentFact, lines: readonly LedgerLine[]): StoryDifference[] {
  const events = EVENTS[document.kind];
  const line = lines[document.ledgerSequence - 1];
  if (!events || (line && events.includes(line.kind) && periodOf(line) === document.key)) return [];
  if (events && line && events.includes(line.kind) && document.key === null) return [];
  const found = line ? `${line.kind} ${periodOf(line) ?? ''}`.trim() : 'nothing';
  const detail = `line ${document.ledgerSequence} is ${found}`;
  return [{ kind: 'document.withoutEvent', where: nameOf(document), detail }];
}

function periodOf({ payload }: LedgerLine): string | null {
  const period = (payload as { readonly period?: unknown } | null)?.period;
  return typeof period === 'string' ? period : null;
}

function changed(document: DocumentFact): StoryDifference[] {
  const { sha256, reckoned, size, bytes } = document;
  if (sha256 === reckoned && size === bytes) return [];
  const detail = `${sha256} with ${size} bytes is stored, its bytes are ${reckoned} with ${bytes}`;
  return [{ kind: 'document.changed', where: nameOf(document), detail }];
}

function toldIn(lines: readonly LedgerLine[]): Told[] {
  return lines
    .filter(({ kind }) => kind === 'document.issued')
    .map(({ payload }) => payload as unknown as Told);
}

/** What goes out for signing is stored before: the line that sends it names its hash. */
function wasSent({ key, sha256 }: DocumentFact, lines: readonly LedgerLine[]): boolean {
  if (!key?.startsWith('for-signature-')) return false;
  return lines.some(({ payload }) => {
    return (payload as { readonly documentHash?: unknown } | null)?.documentHash === sha256;
  });
}

function untold(document: DocumentFact, told: readonly Told[]): StoryDifference[] {
  if (told.some((each) => isOf(each, document))) return [];
  return [{ kind: 'document.untold', where: nameOf(document), detail: document.sha256 }];
}

function lost(told: Told, documents: readonly DocumentFact[]): StoryDifference[] {
  if (documents.some((document) => isOf(told, document))) return [];
  const where = nameOf({ ...told, ledgerSequence: told.source });
  return [{ kind: 'document.lost', where, detail: told.documentHash }];
}

function isOf(told: Told, document: DocumentFact): boolean {
  return (
    told.source === document.ledgerSequence &&
    told.kind === document.kind &&
    told.key === document.key &&
    told.language === document.language &&
    told.mediaType === document.mediaType &&
    told.documentHash === document.sha256 &&
    told.size === document.size
  );
}

function nameOf(
  document: Pick<DocumentFact, 'kind' | 'key' | 'language' | 'mediaType' | 'ledgerSequence'>,
): string {
  const { kind, key, language, mediaType, ledgerSequence } = document;
  return `${kind} ${key ?? '-'} ${language} ${mediaType} of line ${ledgerSequence}`;
}
