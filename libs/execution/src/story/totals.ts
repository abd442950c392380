import { owedByProvider } from '#domain/contract/account';
import { inForce } from '#domain/contract/amendments';
import { settlementOf } from '#domain/contract/settlement';
import { type ContractState } from '#domain/contract/state';
import { type Fen, formatYuan, parseYuan, subtractFen, sumFen, ZERO_FEN } from '#domain/money/fen';
import { consequencesOn, type Terms } from '#domain/terms';
import { type LedgerLine } from '#persistence/ledger';
import { type StoryDifference } from './difference.js';

type Payload = Readonly<Record<string, unknown>>;

/**
 * Adds the ledger's own amounts up, line by line and without the core's steps, and compares them with what the contract
 * comes to as it is shown: penalties that stand, each invoice, the cap of a term, the settlement. `state` is that of the
 * read model.
 */
export function totalDifferences(
  signedTerms: Terms,
  state: ContractState,
  lines: readonly LedgerLine[],
): StoryDifference[] {
  const terms = inForce(signedTerms, state);
  return [
    ...compared('penalties', penaltiesIn(lines), owedByProvider(state)),
    ...invoiceDifferences(lines, state),
    ...capDifferences(terms, lines),
    ...settlementDifferences(terms, state, lines),
  ];
}

/** What was fixed, less what was waived or annulled later, and all charges but interest. */
function penaltiesIn(lines: readonly LedgerLine[]): Fen {
  const undone = new Set(
    lines
      .filter(
        ({ kind, owner }) => (kind === 'miss.waived' || kind === 'miss.annulled') && owner === 'contract',
      )
      .map(({ request, payload }) => `${request ?? ''}/${text(payload, 'target')}`),
  );
  const standing = ofKind(lines, 'penalty.fixed').filter(({ request, payload }) => {
    return !undone.has(`${request ?? ''}/${text(payload, 'target')}`);
  });
  const charges = ofKind(lines, 'charge.fixed').filter(
    ({ payload }) => text(payload, 'on') !== 'latePayment',
  );
  return sumFen([
    ...standing.map(({ payload }) => yuan(payload, 'penalty')),
    ...charges.map(({ payload }) => yuan(payload, 'amount')),
  ]);
}

function invoiceDifferences(lines: readonly LedgerLine[], { invoices }: ContractState): StoryDifference[] {
  const issued = ofKind(lines, 'invoice.issued');
  const byPeriod = new Map(issued.map((line) => [text(line.payload, 'period'), line.payload]));
  const lost = issued.length - invoices.length;
  return [
    ...(lost === 0 ? [] : [differs('invoices', String(issued.length), String(invoices.length))]),
    ...invoices.flatMap(({ period, amount, interest, credited }) => {
      const payload = byPeriod.get(period) ?? null;
      const where = `invoice ${period}`;
      const lineSum = subtractFen(
        sumFen([yuan(payload, 'amount'), yuan(payload, 'interest')]),
        yuan(payload, 'credited'),
      );
      return [
        ...compared(`${where}, amount`, yuan(payload, 'amount'), amount),
        ...compared(`${where}, interest`, yuan(payload, 'interest'), interest),
        ...compared(`${where}, credited`, yuan(payload, 'credited'), credited),
        ...compared(`${where}, payable`, yuan(payload, 'payable'), lineSum),
      ];
    }),
  ];
}

/** No penalties of single misses beyond the cap of the term that each was fixed under. */
function capDifferences(terms: Terms, lines: readonly LedgerLine[]): StoryDifference[] {
  const caps = consequencesOn(terms, 'miss').flatMap(({ caps }) =>
    caps.filter(({ window }) => window === 'term'),
  );
  const fixed = penaltiesOfMisses(lines);
  return caps
    .filter(({ amount }) => fixed > amount && terms.earlier === undefined)
    .map(({ amount }) => differs('cap of the term', formatYuan(fixed), `at most ${formatYuan(amount)}`));
}

function penaltiesOfMisses(lines: readonly LedgerLine[]): Fen {
  const only = lines.filter(({ kind }) => kind !== 'charge.fixed');
  return penaltiesIn(only);
}

function settlementDifferences(
  terms: Terms,
  state: ContractState,
  lines: readonly LedgerLine[],
): StoryDifference[] {
  const drawnUp = lines.findLast(
    ({ kind }) => kind === 'settlement.drawnUp' || kind === 'settlement.revised',
  );
  const settlement = settlementOf(terms, state);
  if (!drawnUp || !settlement) {
    const isOne = (drawnUp === undefined) === (settlement === null);
    return isOne ? [] : [differs('settlement', drawnUp ? 'drawn up' : 'none', settlement ? 'due' : 'none')];
  }
  const { payload } = drawnUp;
  return (['outstanding', 'interest', 'penaltiesPaidOut', 'refund'] as const).flatMap((name) =>
    compared(`settlement, ${name}`, yuan(payload, name), settlement[name]),
  );
}

function compared(where: string, written: Fen, known: Fen): StoryDifference[] {
  return written === known ? [] : [differs(where, formatYuan(written), formatYuan(known))];
}

function differs(where: string, written: string, known: string): StoryDifference {
  return { kind: 'totals.differ', where, detail: `${written} by the ledger, ${known} as it is shown` };
}

function ofKind(lines: readonly LedgerLine[], kind: string): LedgerLine[] {
  return lines.filter((line) => line.kind === kind);
}

function text(payload: unknown, member: string): string {
  const value = (payload as Payload | null)?.[member];
  return typeof value === 'string' ? value : '';
}

/** Amounts below zero are corrections. */
function yuan(payload: unknown, member: string): Fen {
  const written = text(payload, member);
  const amount = parseYuan(written.replace(/^-/, '')) ?? ZERO_FEN;
  return written.startsWith('-') ? subtractFen(ZERO_FEN, amount) : amount;
}
