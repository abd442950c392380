import { Clerk } from '#decisions/clerk';
import { createDecider } from '#decisions/decide';
import { type ContractState } from '#domain/contract/state';
import { type Decision } from '#domain/decision';
import { formatFault, type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { type RehearsalDocument } from '#rehearsal/document';
import { signedContract, simulateScenario } from '#rehearsal/rehearse';
import { readScenarioDocument } from '#rehearsal/scenario';
import { contractTerms } from '#templates/contract-terms';
import { loadTemplate } from '#templates/load';
import { type Template } from '#templates/template';
import { shanghai } from './builders.js';
import { type ScenarioEvent, type ScenarioFile } from './scenarios-frame.js';

/** Each template is read once, and each question to its rules decided once: laws take many thousands of steps. */
const templates = new Map<string, Promise<Template>>();
const decider = createDecider();
const decisions = new Map<string, Promise<Decision>>();

/** A clerk that asks the real rules. */
export const clerk = new Clerk({
  decide(rules, facts) {
    const question = `${rules.id}@${rules.version} ${JSON.stringify(facts)}`;
    const known = decisions.get(question) ?? decider.decide(rules, facts);
    decisions.set(question, known);
    return known;
  },
});

function templateNamed(id: string): Promise<Template> {
  const known = templates.get(id) ?? loadTemplate(id);
  templates.set(id, known);
  return known;
}

async function termsOf(file: {
  readonly template: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}): Promise<{ terms: Terms } | { faults: readonly Fault[] }> {
  return contractTerms(await templateNamed(file.template), file.parameters);
}

/** The terms that a template of the rules folder makes. */
export async function termsMadeFrom(
  template: string,
  parameters: ScenarioFile['parameters'],
): Promise<Terms> {
  const made = await termsOf({ template, parameters });
  if ('faults' in made) throw new Error(made.faults.map(formatFault).join('\n'));
  return made.terms;
}

/** A contract of these terms that has been signed and is active from the start of its term. */
export function activeContract(terms: Terms): ContractState {
  return signedContract(terms);
}

/** A scenario of the supply contract: 100,000.00 to deliver by Monday 10 March 2025, with other parameters as given. */
export function supply(
  until: string,
  events: readonly ScenarioEvent[],
  parameters: ScenarioFile['parameters'] = {},
): ScenarioFile {
  const all = {
    termStart: '2025-01-01',
    termMonths: 12,
    deliveryDate: '2025-03-10',
    price: '100000.00',
    ...parameters,
  };
  return { template: 'goods-supply-2025', parameters: all, events, until: shanghai(until) };
}

/** Runs a scenario that has no fault through the simulator. */
export function rehearsed(file: ScenarioFile): Promise<RehearsalDocument> {
  return rehearsedWith(file, (terms) => terms);
}

/**
 * The same with terms that no template allows: those of the scenario's template, changed. So a published case whose
 * figures are beyond a template's limits still runs through the whole core.
 */
export async function rehearsedWith(
  file: ScenarioFile,
  change: (terms: Terms) => Terms,
): Promise<RehearsalDocument> {
  const changed = async (
    scenario: Parameters<typeof termsOf>[0],
  ): Promise<{ terms: Terms } | { faults: readonly Fault[] }> => {
    const made = await termsOf(scenario);
    return 'faults' in made ? made : { terms: change(made.terms) };
  };
  const result = await simulateScenario(readScenarioDocument(file), changed, clerk);
  if ('faults' in result) throw new Error(result.faults.map(formatFault).join('\n'));
  return result.document;
}

/** Yuan in fen, with a sign where a charge is a correction. */
export function signedFen(yuan: string): number {
  return Math.round(Number(yuan) * 100);
}

/** What all charges of a document come to, in fen; those that only accrue included. */
export function chargedFen(document: RehearsalDocument): number {
  return document.charges.reduce((sum, { amount }) => sum + signedFen(amount), 0);
}

/** The charges as `period times amount`; those that are not fixed yet end with `accruing`. */
export function chargeLines(document: RehearsalDocument): string[] {
  return document.charges.map(
    ({ period, times, amount, fixed }) => `${period} ${times} ${amount}${fixed ? '' : ' accruing'}`,
  );
}

/** Events of an obligation and of payment, at Shanghai's wall time. */
export function at(wall: string) {
  const instant = shanghai(wall);
  return {
    performed: (obligation = 'delivery'): ScenarioEvent => {
      return { at: instant, type: 'obligation.performed', obligation };
    },
    excused: (days: number, obligation = 'delivery', by = 'legal'): ScenarioEvent => {
      return { at: instant, type: 'obligation.excused', obligation, days, reason: 'typhoon', by };
    },
    waived: (request = 'delivery', target = request, by = 'legal'): ScenarioEvent => {
      return { at: instant, type: 'miss.waived', request, target, reason: 'agreed', by };
    },
    exercised: (): ScenarioEvent => ({ at: instant, type: 'termination.exercised', by: 'client' }),
    agreedToEnd: (effectiveAt: string): ScenarioEvent => {
      return { at: instant, type: 'termination.agreed', effectiveAt: shanghai(effectiveAt) };
    },
    paid: (amount: string, reference?: string): ScenarioEvent => {
      return {
        at: instant,
        type: 'payment.received',
        amount,
        ...(reference === undefined ? {} : { reference }),
      };
    },
  };
}
