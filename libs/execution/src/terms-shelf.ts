import { type EntityManager } from '@mikro-orm/postgresql';
import { type Terms } from '#domain/terms';
import { Contract } from '#persistence/entities/contract';

const MOST_KEPT = 500;

/** Keeps the terms of the contracts in use: they are large, and never change. */
export class TermsShelf {
  private readonly terms = new Map<string, Terms>();

  async of(em: EntityManager, contract: string): Promise<Terms> {
    const kept = this.terms.get(contract) ?? (await read(em, contract));
    this.terms.delete(contract);
    this.terms.set(contract, kept);
    const oldest = this.terms.keys().next().value;
    if (this.terms.size > MOST_KEPT && oldest !== undefined) this.terms.delete(oldest);
    return kept;
  }
}

/** On the turn's own connection: turns that each held one and waited for a second would wait for each other for ever. */
async function read(em: EntityManager, contract: string): Promise<Terms> {
  const aside = em.fork({ keepTransactionContext: true });
  const row = await aside.findOneOrFail(Contract, { id: contract }, { fields: ['terms'] });
  return row.terms;
}
