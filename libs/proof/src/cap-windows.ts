import { missKey, standingPenalty } from '#domain/contract/account';
import { type ContractState } from '#domain/contract/state';
import { fen, sumFen, type Fen } from '#domain/money/fen';
import { type CapTerms, type ConsequenceTerms } from '#domain/terms';
import { type Period } from '#domain/time/dates';

/** What stands of one consequence: in which month, and for which miss, month, obligation or invoice. */
export interface StandingAmount {
  readonly period: Period;
  readonly key: string;
  readonly amount: Fen;
}

/** A window of a cap in which more stands than the cap allows. */
export interface Overfull {
  readonly cap: CapTerms;
  /** `term`, `2025`, `2025-03`, `2025-03 and 11 months before`, or what it is for. */
  readonly window: string;
  readonly sum: Fen;
}

/** All that stands of a consequence, what a renewal took over included. Reckoned here without the core's own book. */
export function standingOf(state: ContractState, { id, on }: ConsequenceTerms): StandingAmount[] {
  const before = (state.opening?.used ?? []).filter(({ consequence }) => consequence === id);
  const own =
    on === 'miss'
      ? state.misses.map((miss) => ({
          period: miss.period,
          key: missKey(miss),
          amount: standingPenalty(miss),
        }))
      : state.charges
          .filter(({ consequence }) => consequence === id)
          .map(({ period, key, amount }) => ({ period, key: key.split('/')[0] ?? key, amount }));
  return [...before.map(({ period, amount }) => ({ period, key: '', amount })), ...own];
}

/** The first window of a cap that is overfull; null where each holds. */
export function overfullWindow(
  caps: readonly CapTerms[],
  standing: readonly StandingAmount[],
): Overfull | null {
  for (const cap of caps) {
    const sums = new Map<string, number>();
    for (const { period, key, amount } of standing) {
      for (const window of windowsOf(cap, period, key)) sums.set(window, (sums.get(window) ?? 0) + amount);
    }
    for (const [window, sum] of sums) if (sum > cap.amount) return { cap, window, sum: fen(sum) };
  }
  return null;
}

const MONTHS_ROLLING = 12;

/** The windows of a cap that hold a month. */
function windowsOf({ window }: CapTerms, period: Period, key: string): string[] {
  switch (window) {
    case 'term':
      return ['term'];
    case 'calendarYear':
      return [period.slice(0, 4)];
    case 'month':
      return [period];
    case 'each':
      return key === '' ? [] : [key];
    case 'rolling12Months': {
      const month = Number(period.slice(0, 4)) * MONTHS_ROLLING + Number(period.slice(5)) - 1;
      return Array.from({ length: MONTHS_ROLLING }, (_, index) => nameOfTwelve(month + index));
    }
  }
}

/** The twelve months that end with a month. */
function nameOfTwelve(last: number): string {
  const month = (last % MONTHS_ROLLING) + 1;
  return `12 months to ${Math.floor(last / MONTHS_ROLLING)}-${String(month).padStart(2, '0')}`;
}

/** The most that stands in any one month, and in all. */
export function mostOf(standing: readonly StandingAmount[]): { month: Fen; term: Fen } {
  const byMonth = new Map<Period, number>();
  for (const { period, amount } of standing) byMonth.set(period, (byMonth.get(period) ?? 0) + amount);
  return {
    month: fen(Math.max(0, ...byMonth.values())),
    term: sumFen(standing.map(({ amount }) => amount)),
  };
}
