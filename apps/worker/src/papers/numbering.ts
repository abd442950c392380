import { type EntityManager } from '@mikro-orm/postgresql';
import { type Invoice } from '#domain/contract/state';
import { type FactsAt } from '#execution/facts-at';
import { numberFor, numbersOf, seriesOf } from '#persistence/queries/paper-numbers';
import { type PaperNumbers } from './paper-press.js';

/**
 * The numbers of the invoices and credit notes that there are as of a line: those of the provider's series, taken now
 * where they were not before. A rehearsal takes none from the series. Only within a transaction, and a short one: the
 * series are locked until it ends.
 */
export async function numbersFor(em: EntityManager, facts: FactsAt): Promise<PaperNumbers> {
  if (facts.clock === 'manual') return { invoice: {}, creditNote: {} };
  const { invoices } = facts.state;
  return {
    creditNote: await numbered(
      em,
      facts,
      'creditNote',
      invoices.filter(({ credited }) => credited > 0),
    ),
    invoice: await numbered(em, facts, 'invoice', invoices),
  };
}

async function numbered(
  em: EntityManager,
  { contract, terms }: FactsAt,
  kind: 'invoice' | 'creditNote',
  invoices: readonly Invoice[],
): Promise<Record<string, string>> {
  const known = (await numbersOf(em, kind, [contract])).get(contract);
  const numbers: Record<string, string> = {};
  for (const { period, issuedAt } of invoices) {
    const series = seriesOf(kind, issuedAt, terms.zone);
    numbers[period] = known?.get(period) ?? (await numberFor(em, { series, contract, kind, key: period }));
  }
  return numbers;
}
