import { type EntityManager } from '@mikro-orm/postgresql';
import { type Terms } from '#domain/terms';
import { Contract } from '#persistence/entities/contract';

const MOST_KEPT = 500;

/** Keeps the terms of the contracts in use: they are large, and never change. */
export class TermsShelf {
  private readonly terms = new Map<string, Terms>();

  async of(em: EntityManager, contract: string): Promise<Terms> {
    const terms = (await this.ofAll(em, [contract])).get(contract);
    if (!terms) throw new Error(`there is no contract ${contract}`);
    return terms;
  }

  /** The terms of many contracts, by their ids: those that are not at hand are read at once. */
  async ofAll(em: EntityManager, contracts: readonly string[]): Promise<ReadonlyMap<string, Terms>> {
    const missing = contracts.filter((contract) => !this.terms.has(contract));
    const read = missing.length === 0 ? new Map<string, Terms>() : await readTerms(em, missing);
    const found = new Map<string, Terms>();
    for (const contract of contracts) {
      const terms = this.terms.get(contract) ?? read.get(contract);
      if (terms) found.set(contract, terms);
    }
    for (const [contract, terms] of found) this.keep(contract, terms);
    return found;
  }

  private keep(contract: string, terms: Terms): void {
    this.terms.delete(contract);
    this.terms.set(contract, terms);
    const oldest = this.terms.keys().next().value;
    if (this.terms.size > MOST_KEPT && oldest !== undefined) this.terms.delete(oldest);
  }
}

/** On the turn's own connection: turns that each held one and waited for a second would wait for each other for ever. */
async function readTerms(em: EntityManager, contracts: readonly string[]): Promise<Map<string, Terms>> {
  const aside = em.fork({ keepTransactionContext: true });
  const rows = await aside.find(Contract, { id: { $in: [...contracts] } }, { fields: ['terms'] });
  return new Map(rows.map(({ id, terms }) => [id, terms]));
}
