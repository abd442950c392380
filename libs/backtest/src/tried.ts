import { type Clerk } from '#decisions/clerk';
import { DecisionError } from '#decisions/decision-error';
import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { amend } from './amend.js';
import { type Amendment, type TemplateWithCalendars } from './amendment.js';
import { compareContract } from './backtest.js';
import { type ContractComparison } from './comparison.js';
import { type RecordedContract, type RecordedFact } from './facts.js';

/** The templates that a contract's terms were made from, by their hashes; null for one that is not to be found. */
export type RecordedTemplates = ReadonlyMap<string, TemplateWithCalendars | null>;

/**
 * An amendment tried on the recorded facts of a contract: the comparison, or why it does not fit. That the amended rules
 * do not decide a case that has come up shows only while the facts are played, and is a fault of the amendment.
 */
export async function tried(
  recorded: RecordedContract,
  amendment: Amendment,
  templates: RecordedTemplates,
  clerk: Clerk,
): Promise<{ readonly comparison: ContractComparison } | { readonly faults: readonly Fault[] }> {
  const amended = await throughout(recorded, amendment, templates);
  if ('faults' in amended) return amended;
  try {
    return { comparison: await compareContract(recorded, amended, clerk) };
  } catch (error) {
    if (error instanceof DecisionError) return { faults: error.faults };
    throw error;
  }
}

/** Every terms that a contract has had: those it was signed with, and those of its amendments. */
export function allTermsOf({ terms, facts }: Pick<RecordedContract, 'terms' | 'facts'>): Terms[] {
  return [terms, ...facts.flatMap((fact) => (bringsTerms(fact) ? [fact.event.terms] : []))];
}

interface Throughout {
  readonly terms: Terms;
  readonly facts: readonly RecordedFact[];
  readonly notCarried: readonly string[];
}

/**
 * What is tried holds from the beginning. Where the contract has been amended since, it is tried on the terms of each
 * amendment as well: what those changed stays changed, and only what is tried differs.
 */
async function throughout(
  recorded: RecordedContract,
  amendment: Amendment,
  templates: RecordedTemplates,
): Promise<Throughout | { readonly faults: readonly Fault[] }> {
  const templateOf = ({ template }: Terms): TemplateWithCalendars | null =>
    templates.get(template.hash) ?? null;
  const first = await amend(recorded.terms, amendment, templateOf(recorded.terms));
  if ('faults' in first) return first;
  let before = first.terms;
  const facts: RecordedFact[] = [];
  for (const fact of recorded.facts) {
    if (!bringsTerms(fact)) {
      facts.push(fact);
      continue;
    }
    const { event } = fact;
    const goesOn = { before, effectiveAt: event.effectiveAt };
    const made = await amend(event.terms, amendment, templateOf(event.terms), goesOn);
    if ('faults' in made) return made;
    facts.push({ ...fact, event: { ...event, terms: made.terms } });
    if (wasAgreed(recorded, fact)) before = made.terms;
  }
  return { terms: first.terms, facts, notCarried: first.notCarried };
}

type AmendingFact = Extract<RecordedFact, { readonly owner: 'contract' }> & {
  readonly event: { readonly type: 'amendment.sent' | 'amendment.agreed' };
};

function bringsTerms(fact: RecordedFact): fact is AmendingFact {
  return fact.event.type === 'amendment.sent' || fact.event.type === 'amendment.agreed';
}

function wasAgreed({ recorded }: RecordedContract, { event }: AmendingFact): boolean {
  if (event.type === 'amendment.agreed') return true;
  const status = recorded?.contract.amendments.find(({ id }) => id === event.amendment)?.status;
  return status === 'agreed' || status === 'effective';
}
