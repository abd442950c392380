import { type EntityManager } from '@mikro-orm/postgresql';
import { standingPenalty } from '#domain/contract/account';
import { metInMonth } from '#domain/contract/attainment';
import { assessMonths } from '#domain/contract/months';
import { type ClosedMonth } from '#domain/contract/state';
import { type IncidentState } from '#domain/incident/state';
import { formatYuan, sumFen } from '#domain/money/fen';
import { type PeriodTerms } from '#domain/terms';
import { incidentsOf } from '#persistence/store';
import { type Account } from './account-view.js';
import { asOf, type KnownContract } from './contract-reader.js';
import { type ContractDetail } from './contract-schemas.js';

/** The month that has begun and not closed, assessed as if it closed now; null where none is under way. */
export async function currentMonthView(
  known: KnownContract,
  account: Account,
  em: EntityManager,
): Promise<ContractDetail['currentMonth']> {
  const { row, terms } = known;
  const month = terms.schedule[row.state.closedMonths.length];
  if (row.status !== 'active' || !month) return null;
  // Only attainment looks at what was met; to read every request for it is spared where misses alone decide.
  const byAttainment = terms.assessment.fails === 'attainmentBelow';
  const requests = byAttainment ? (await incidentsOf(em, row.id)).map(({ state }) => state) : [];
  const closed = soFar(known, month, requests);
  const assessed = assessMonths(terms, {
    closedMonths: [...row.state.closedMonths, closed],
    misses: [...account.fixed, ...account.accruing],
    opening: row.state.opening,
  }).at(-1);
  const accruing = account.accruing.filter(({ period }) => period === month.period);
  return {
    period: month.period,
    from: month.from,
    to: month.to,
    fee: formatYuan(month.fee),
    misses: assessed?.misses ?? 0,
    waived: assessed?.waived ?? 0,
    failing: assessed?.failed ?? false,
    penaltiesAccruing: formatYuan(sumFen(accruing.map(standingPenalty))),
  };
}

function soFar(
  known: KnownContract,
  { period, from, to }: PeriodTerms,
  requests: readonly IncidentState[],
): ClosedMonth {
  const closedAt = asOf(known);
  const received = requests.filter(({ recordedAt }) => from <= recordedAt && recordedAt < to).length;
  return { period, closedAt, received, met: metInMonth(known.terms, requests, from, to) };
}
