import { type ContractText } from '#domain/command';
import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { plainDate } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { startOfDay } from '#domain/time/zone';
import { type Amended } from '#templates/amended-months';
import { type Parties } from '#templates/parties';
import { type PlacedEvent, type Scenario } from './scenario.js';

/** The terms and the text that hold from an amendment on, and since when. */
export interface AmendedContract {
  readonly number: string;
  readonly effectiveAt: Instant;
  readonly terms: Terms;
  readonly text: ContractText;
}

/** Makes terms of a scenario's template: at its beginning, or for an amendment of what held before it. */
export type TermsOf = (
  scenario: Pick<Scenario, 'template' | 'parameters'>,
  amended?: Amended,
) => Promise<
  | { readonly terms: Terms; readonly textFor?: (parties: Parties) => ContractText }
  | { readonly faults: readonly Fault[] }
>;

const NO_TEXT: ContractText = { 'zh-CN': { title: '', clauses: [] }, en: { title: '', clauses: [] } };

/**
 * The events of a scenario, each amendment among them with the terms it brings: those before it with the parameters that
 * it changes. An amendment that cannot be made is a fault, named by the parameter of its event.
 */
export async function withAmendments(
  scenario: Scenario,
  terms: Terms,
  termsOf: TermsOf,
): Promise<{ readonly events: readonly PlacedEvent[]; readonly faults: readonly Fault[] }> {
  const events: PlacedEvent[] = [];
  const faults: Fault[] = [];
  let before = terms;
  let number = 0;
  for (const placed of scenario.events) {
    const { event, index } = placed;
    if (event.type !== 'amendment.agreed') {
      events.push(placed);
      continue;
    }
    number += 1;
    const effectiveAt = startOfDay(plainDate(event.effectiveDate), terms.zone);
    const { parameters } = event;
    const made = await termsOf({ template: scenario.template, parameters }, { before, effectiveAt });
    if ('faults' in made) {
      faults.push(...made.faults.map((fault) => ({ ...fault, path: `events[${index}].${fault.path}` })));
      continue;
    }
    before = made.terms;
    const text = made.textFor?.(scenario.parties) ?? NO_TEXT;
    const amended = { number: `A-${number}`, effectiveAt, terms: made.terms, text };
    events.push({ ...placed, amended });
  }
  return { events, faults };
}
