import { type ContractText } from '#domain/command';
import { type ContractState, type PartyRole } from '#domain/contract/state';
import { type IncidentState } from '#domain/incident/state';
import { type Fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { type Period, type PlainDate } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { type ParameterDefinition } from '#templates/template';

/** A party's particulars: `fullName`, `registeredAddress` and so on, as the contract was drafted with. */
export type PartyFacts = Readonly<Record<string, string>>;

/** Money received, as the ledger has it; the state keeps only what became of it. */
export interface Payment {
  readonly at: Instant;
  readonly amount: Fen;
  readonly reference: string | null;
}

/** What of a contract its papers say: everything as it stood right after the entry that brings a document about. */
export interface PaperFacts {
  readonly contract: string;
  readonly terms: Terms;
  readonly text: ContractText;
  readonly parties: Readonly<Record<PartyRole, PartyFacts>>;
  readonly state: ContractState;
  readonly requests: readonly IncidentState[];
  /** All payments so far, in order; left out where the driver does not know them one by one. */
  readonly payments?: readonly Payment[];
  /** What an amendment changes, for the entry that sends it. */
  readonly amendment?: AmendmentFacts;
}

/** What an amendment changes (clause by clause, parameter by parameter), from which day, and why. */
export interface AmendmentFacts {
  /** `A-1`. */
  readonly number: string;
  readonly effectiveDate: PlainDate;
  readonly reason: string;
  readonly before: { readonly terms: Terms; readonly text: ContractText };
  readonly after: { readonly terms: Terms; readonly text: ContractText };
  /** The template's parameters: their labels, and the units that their values are printed with. */
  readonly parameterLabels: readonly ParameterDefinition[];
}

/** The numbers of a contract's invoices and credit notes, by the invoice's month. */
export interface Numbering {
  invoice(period: Period): string;
  creditNote(period: Period): string;
}

/**
 * Numbers for a rehearsal: `INV-2025-0001`, `CN-2025-0001`, in the order of issue within each year, without gaps. A live
 * contract has its numbers from the provider's series.
 */
export function rehearsalNumbers({ state, terms }: Pick<PaperFacts, 'state' | 'terms'>): Numbering {
  const numbersOf = (series: string, wanted: (credited: Fen) => boolean): Map<Period, string> => {
    const counts = new Map<string, number>();
    const issued = state.invoices.filter(({ credited }) => wanted(credited));
    return new Map(
      issued.map(({ period, issuedAt }) => {
        const year = dateIn(issuedAt, terms.zone).slice(0, 4);
        const count = (counts.get(year) ?? 0) + 1;
        counts.set(year, count);
        return [period, `${series}-${year}-${String(count).padStart(4, '0')}`];
      }),
    );
  };
  const invoices = numbersOf('INV', () => true);
  const creditNotes = numbersOf('CN', (credited) => credited > 0);
  return {
    invoice: (period) => known(invoices, period, 'invoice'),
    creditNote: (period) => known(creditNotes, period, 'credit note'),
  };
}

function known(numbers: ReadonlyMap<Period, string>, period: Period, what: string): string {
  const number = numbers.get(period);
  if (number === undefined) throw new Error(`there is no ${what} of ${period}`);
  return number;
}

/** One of a party's particulars. Throws where it is missing: nothing is printed with a gap. */
export function member(party: PartyFacts, name: string): string {
  const text = party[name]?.trim();
  if (!text) throw new RangeError(`nothing is known of ${name} of a party`);
  return text;
}
