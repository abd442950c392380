import { type EntityManager } from '@mikro-orm/postgresql';
import { yearOf } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { type NumberedKind, PaperNumber } from '../entities/paper-number.js';

/** A paper that is to bear a number. */
export interface NumberWish {
  /** `INV-2025`: see `seriesOf`. */
  readonly series: string;
  readonly contract: string;
  readonly kind: NumberedKind;
  /** Names the paper among those of its kind in the contract: the month of an invoice. */
  readonly key: string;
}

const PREFIXES: Readonly<Record<NumberedKind, string>> = { invoice: 'INV', creditNote: 'CN' };

/** The series of a paper: its kind and the year of its issue in the contract's zone, `INV-2025`. */
export function seriesOf(kind: NumberedKind, issuedAt: Instant, zone: string): string {
  return `${PREFIXES[kind]}-${yearOf(dateIn(issuedAt, zone))}`;
}

/**
 * The number of a paper, `INV-2025-0001`: for ever the same for the same paper, otherwise the next of its series. The
 * series is locked until the caller's transaction ends, and its last number counts only when that commits, so that a
 * rollback leaves no gap: take it last, and several in the order of their series. Throws outside of a transaction, and
 * where the paper has got a number of another series at the same time.
 */
export async function numberFor(em: EntityManager, wish: NumberWish): Promise<string> {
  if (!em.isInTransaction()) throw new Error('a number without gaps is taken in a transaction');
  const { series, contract, kind, key } = wish;
  // The lock comes before the look: who waits for it sees what the one before has numbered.
  await em.execute(`insert into number_series (series, last) values (?, 0) on conflict do nothing`, [series]);
  await em.execute(`select last from number_series where series = ? for update`, [series]);
  const known = await numberOf(em, wish);
  if (known !== null) return known;
  const [next] = await em.execute<{ last: number }[]>(
    `update number_series set last = last + 1 where series = ? returning last`,
    [series],
  );
  if (next === undefined) throw new Error(`the series ${series} gave no number`);
  await em.execute(
    `insert into paper_number (series, number, contract_id, kind, key) values (?, ?, ?, ?, ?)`,
    [series, next.last, contract, kind, key],
  );
  return numberText(series, next.last);
}

/** The number that a paper bears; null while it has none. */
export async function numberOf(
  em: EntityManager,
  { contract, kind, key }: Omit<NumberWish, 'series'>,
): Promise<string | null> {
  const row = await em.findOne(
    PaperNumber,
    { contractId: contract, kind, key },
    { disableIdentityMap: true },
  );
  return row && numberText(row.series, row.number);
}

/** The numbers of the papers of one kind of some contracts: by contract, then by the paper's key. */
export async function numbersOf(
  em: EntityManager,
  kind: NumberedKind,
  contracts: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const rows = await em.find(
    PaperNumber,
    { kind, contractId: { $in: [...contracts] } },
    { disableIdentityMap: true },
  );
  const byContract = Map.groupBy(rows, ({ contractId }) => contractId);
  return new Map(
    [...byContract].map(([contract, some]) => [
      contract,
      new Map(some.map(({ key, series, number }) => [key, numberText(series, number)])),
    ]),
  );
}

function numberText(series: string, number: number): string {
  return `${series}-${String(number).padStart(4, '0')}`;
}
