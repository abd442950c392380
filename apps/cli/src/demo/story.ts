import { type Json } from '#domain/entry';
import { periodOf } from '#domain/time/dates';
import { dateIn } from '#domain/time/zone';
import { entrySentence } from '#narration/sentences';
import { clockText, type Sentence } from '#narration/words';
import { type LedgerLine } from '#persistence/ledger';

/** How a year is told: `isWhole` leaves nothing out. */
export interface Telling {
  readonly zone: string;
  readonly language: keyof Sentence;
  readonly isWhole: boolean;
}

/** What is told one by one; requests that went as they should are only counted. */
const NOTEWORTHY: ReadonlySet<string> = new Set([
  'contract.drafted',
  'contract.signed',
  'contract.activated',
  'invoice.issued',
  'invoice.overdue',
  'payment.received',
  'report.submitted',
  'report.overdue',
  'target.missed',
  'penalty.fixed',
  'charge.fixed',
  'obligation.missed',
  'obligation.performed',
  'obligation.excused',
  'month.assessed',
  'month.reassessed',
  'miss.waived',
  'terminationRight.arisen',
  'terminationRight.lost',
  'termination.exercised',
  'termination.agreed',
  'contract.ended',
  'settlement.drawnUp',
  'settlement.revised',
  'contract.closed',
]);

/** A contract's ledger as a timeline, month by month: lines of text for a terminal. */
export function tellYear(lines: readonly LedgerLine[], telling: Telling): string[] {
  const told: string[] = [];
  for (const [period, month] of byMonth(lines, telling.zone)) {
    told.push('', `── ${period} ${'─'.repeat(60)}`);
    if (!telling.isWhole) told.push(`   ${countsOf(month, telling.language)}`);
    for (const line of month) {
      if (telling.isWhole || isNoteworthy(line)) told.push(lineOf(line, telling));
    }
  }
  return told;
}

function byMonth(lines: readonly LedgerLine[], zone: string): Map<string, LedgerLine[]> {
  const months = new Map<string, LedgerLine[]>();
  const inOrder = lines.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.sequence - b.sequence));
  for (const line of inOrder) {
    const period = periodOf(dateIn(line.at, zone));
    months.set(period, [...(months.get(period) ?? []), line]);
  }
  return months;
}

/** The end of each single request with its contract is not told: the contract's own end is. */
function isNoteworthy({ kind, request }: LedgerLine): boolean {
  return NOTEWORTHY.has(kind) && !(kind === 'contract.ended' && request);
}

function lineOf(line: LedgerLine, { zone, language }: Telling): string {
  const { kind, request, payload, at } = line;
  const sentence = entrySentence({ kind, request: request ?? null, payload, at }, zone)[language];
  return `   ${clockText(line.at, zone)}  ${MARKS[kind] ?? ' '} ${sentence}`;
}

/** Draws the eye to what costs money or ends contracts. */
const MARKS: Readonly<Record<string, string>> = {
  'target.missed': '✗',
  'penalty.fixed': '¥',
  'charge.fixed': '¥',
  'obligation.missed': '!',
  'invoice.overdue': '!',
  'report.overdue': '!',
  'terminationRight.arisen': '‼',
  'contract.ended': '■',
  'contract.closed': '■',
};

function countsOf(month: readonly LedgerLine[], language: keyof Sentence): string {
  const recorded = month.filter((line) => line.kind === 'request.recorded');
  const byPriority = ['critical', 'high', 'medium', 'low'].map(
    (name) => recorded.filter((line) => priorityOf(line) === name).length,
  );
  const met = month.filter((line) => line.kind === 'target.met').length;
  const missed = month.filter((line) => line.kind === 'target.missed').length;
  const [critical, high, medium, low] = byPriority;
  return language === 'en'
    ? `${recorded.length} requests (${critical} critical, ${high} high, ${medium} medium, ${low} low); targets met ${met}, missed ${missed}`
    : `受理 ${recorded.length} 件（紧急 ${critical}、高 ${high}、中 ${medium}、低 ${low}）；目标达标 ${met} 项，未达标 ${missed} 项`;
}

function priorityOf(line: LedgerLine): Json | undefined {
  const payload = line.payload as { readonly [name: string]: Json };
  return payload['priority'];
}
