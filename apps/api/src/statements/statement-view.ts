import {
  answerBy,
  heldOutPenalties,
  lineAnswerBy,
  lineNamed,
  statementLines,
} from '#domain/contract/contests';
import { type ClosedMonth, type Contest, type ContractState, type PartyRole } from '#domain/contract/state';
import { formatYuan, subtractFen, ZERO_FEN, type Fen } from '#domain/money/fen';
import { type Period } from '#domain/time/dates';
import { later, type Instant } from '#domain/time/instant';
import { asOf, type KnownContract } from '../contracts/contract-reader.js';
import { type StatementOut } from './statement-schemas.js';

/** A closed month's statement as it stands: its lines, what is contested, who has accepted it (clause 3.2). */
export function statementView(known: KnownContract, { period, closedAt }: ClosedMonth): StatementOut {
  const { row, terms } = known;
  const { state } = row;
  const last = answerBy(terms, period);
  const contests = state.contests.filter((each) => each.period === period);
  return {
    contract: row.id,
    period,
    closedAt,
    answerBy: last,
    open: asOf(known) <= last,
    lines: statementLines(state, period).map(({ line, kind, amount }) => {
      const own = contests.filter((each) => each.line === line);
      return {
        line,
        kind,
        amount: signedYuan(amount),
        answerBy: lineUntil(known, period, line),
        heldOut: own.some(({ decided }) => decided === null),
        contests: own.map(contestView),
      };
    }),
    accepted: {
      client: acceptedAt(state, period, 'client'),
      provider: acceptedAt(state, period, 'provider'),
    },
    contested: contests.filter(({ decided }) => decided === null).length,
    heldOutPenalties: formatYuan(heldOutPenalties(state)),
  };
}

/** A correction, or the invoice of a quarter, comes later than its month: it may be contested later as well. */
function lineUntil({ row, terms }: KnownContract, period: Period, line: string): Instant {
  const found = lineNamed(row.state, period, line);
  const last = answerBy(terms, period);
  return found ? later(last, lineAnswerBy(terms, found.since)) : last;
}

function acceptedAt(state: ContractState, period: Period, party: PartyRole) {
  return state.acceptances.find((each) => each.period === period && each.party === party)?.at ?? null;
}

function contestView({
  party,
  at,
  by,
  reason,
  decided,
}: Contest): StatementOut['lines'][number]['contests'][number] {
  return { party, at, by, reason, decided: decided && { ...decided } };
}

function signedYuan(amount: Fen): string {
  return amount < ZERO_FEN ? `-${formatYuan(subtractFen(ZERO_FEN, amount))}` : formatYuan(amount);
}
