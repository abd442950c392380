import { type EntityManager } from '@mikro-orm/postgresql';
import { Command } from '../entities/command.js';
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
    if (await reserveContractId(em, id)) return id;
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

/**
 * Whether a contract id is free; then no other transaction gets it before this one ends. It is not free while somebody
 * has asked for a contract of this id that is not there yet.
 */
export async function reserveContractId(em: EntityManager, id: string): Promise<boolean> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`contract/${id}`]);
  if ((await em.count(Contract, { id })) > 0) return false;
  const asked = {
    contractId: id,
    owner: 'contract',
    status: 'pending' as const,
    body: { body: { type: 'contract.draft' } },
  };
  return (await em.count(Command, asked)) === 0;
}
