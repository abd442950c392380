import { type EntityManager } from '@mikro-orm/postgresql';
import { Contract } from '../entities/contract.js';
import { Incident } from '../entities/incident.js';

/**
 * The next number of a series. Its row is locked until the transaction ends, so that numbers have no gaps: take it last.
 */
async function nextNumber(em: EntityManager, series: string): Promise<number> {
  const rows = await em.execute<{ last: number }[]>(
    `insert into number_series (series, last) values (?, 1)
     on conflict (series) do update set last = number_series.last + 1 returning last`,
    [series],
  );
  const last = rows[0]?.last;
  if (last === undefined) throw new Error(`the series ${series} gave no number`);
  return last;
}

/** `C-2025-0001`: the next contract number of a year that nobody has chosen for a contract of their own. */
export async function nextContractNumber(em: EntityManager, year: number): Promise<string> {
  for (;;) {
    const number = await nextNumber(em, `contract/${year}`);
    const id = `C-${year}-${String(number).padStart(4, '0')}`;
    if ((await em.count(Contract, { id })) === 0) return id;
  }
}

/** `I-000042`: the next request number of a contract that nobody has chosen as a name. */
export async function nextRequestNumber(em: EntityManager, contractId: string): Promise<string> {
  for (;;) {
    const number = await nextNumber(em, `request/${contractId}`);
    const request = `I-${String(number).padStart(6, '0')}`;
    if ((await em.count(Incident, { contractId, request })) === 0) return request;
  }
}

/** Waits until no other transaction is giving out this contract id, and keeps others waiting until this one ends. */
export async function lockContractId(em: EntityManager, id: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`contract/${id}`]);
}
