import { atLeastZero, fen, MAX_FEN, minFen, subtractFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { type CapTerms } from '../terms.js';
import { type Period } from '../time/dates.js';

/** What one use takes of the caps: in which month, and for which obligation, invoice or month it is. */
export interface CapUse {
  readonly period: Period;
  readonly key: string;
  readonly amount: Fen;
}

const MONTHS_ROLLING = 12;

/** How much of a consequence's caps is used, and how much room is left (clause 2.6). */
export class CapBook {
  private total: Fen = ZERO_FEN;
  private readonly byYear = new Map<string, Fen>();
  private readonly byMonth = new Map<number, Fen>();
  private readonly byKey = new Map<string, Fen>();

  constructor(private readonly caps: readonly CapTerms[]) {}

  add({ period, key, amount }: CapUse): void {
    this.total = plus(this.total, amount);
    raise(this.byYear, yearOf(period), amount);
    raise(this.byMonth, monthIndex(period), amount);
    raise(this.byKey, key, amount);
  }

  /** What still fits under every cap for a use in that month; never below zero. */
  room(period: Period, key: string): Fen {
    let room: Fen = MAX_FEN;
    for (const cap of this.caps) room = minFen(room, subtractFen(cap.amount, this.used(cap, period, key)));
    return atLeastZero(room);
  }

  /** What is used of a cap where a use in that month would fall. */
  used(cap: CapTerms, period: Period, key: string): Fen {
    switch (cap.window) {
      case 'term':
        return this.total;
      case 'calendarYear':
        return this.byYear.get(yearOf(period)) ?? ZERO_FEN;
      case 'month':
        return this.byMonth.get(monthIndex(period)) ?? ZERO_FEN;
      case 'each':
        return this.byKey.get(key) ?? ZERO_FEN;
      case 'rolling12Months':
        return this.mostInTwelveMonths(monthIndex(period));
    }
  }

  /** Of the windows of twelve months that hold the month, the fullest: a correction may come into an early month. */
  private mostInTwelveMonths(month: number): Fen {
    let most: Fen = ZERO_FEN;
    for (let first = month - MONTHS_ROLLING + 1; first <= month; first += 1) {
      let sum = 0;
      for (let each = first; each < first + MONTHS_ROLLING; each += 1) sum += this.byMonth.get(each) ?? 0;
      if (sum > most) most = fen(sum);
    }
    return most;
  }
}

function yearOf(period: Period): string {
  return period.slice(0, 4);
}

function monthIndex(period: Period): number {
  return Number(period.slice(0, 4)) * 12 + Number(period.slice(5));
}

function raise<Key>(map: Map<Key, Fen>, key: Key, amount: Fen): void {
  map.set(key, plus(map.get(key) ?? ZERO_FEN, amount));
}

function plus(a: Fen, b: Fen): Fen {
  return fen(a + b);
}
