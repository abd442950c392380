import { randomUUID } from 'node:crypto';
import { type Command, type DraftContract, type ContractText } from '#domain/command';
import { type Severity } from '#domain/incident/events';
import { type Terms } from '#domain/terms';
import { parsePeriod, type Period } from '#domain/time/dates';
import { instant, type Instant } from '#domain/time/instant';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { sampleParties } from '#templates/parties';

/** Terms of the reference template: 2025, twelve months of 20,000.00, 5 permille a miss, unless said otherwise. */
export async function termsOf(parameters: Readonly<Record<string, unknown>> = {}): Promise<Terms> {
  const made = await scenarioTerms({
    template: 'it-support-2025',
    parameters: {
      termStart: '2025-01-01',
      termMonths: 12,
      monthlyFee: '20000.00',
      penaltyPermille: '5',
      ...parameters,
    },
  });
  if ('faults' in made) throw new Error(`no such terms: ${JSON.stringify(made.faults)}`);
  return made.terms;
}

/** An instant of Shanghai: `2025-01-06 09:00` or `2025-01-06 09:00:01`. */
export function shanghai(text: string): Instant {
  const [date, time = '00:00'] = text.split(' ');
  return instant(`${date}T${time.length === 5 ? `${time}:00` : time}+08:00`);
}

/** A month of the calendar: `2025-01`. */
export function month(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new Error(`${text} is no month`);
  return period;
}

/** The text matters to no test that uses these: a contract is as long as its clauses. */
const NO_TEXT: ContractText = {
  'zh-CN': { title: '合同', clauses: [] },
  en: { title: 'Contract', clauses: [] },
};

/** The first command of a contract. */
export function draftOf(terms: Terms, clock: 'real' | 'manual', at: Instant): DraftContract {
  return {
    type: 'contract.draft',
    at,
    clientId: 'C-SAMPLE',
    clock,
    parties: sampleParties,
    terms,
    text: NO_TEXT,
  };
}

/** A command by a tester, with an id of its own unless one is given. */
export function command(
  body: Command['body'],
  { id = randomUUID(), lateReason }: { readonly id?: string; readonly lateReason?: string | undefined } = {},
): Command {
  return { id, actor: 'tester', body, ...(lateReason !== undefined && { lateReason }) };
}

/** What the priority rules look at, for each priority they can give. */
export const SEVERITY: Readonly<Record<'critical' | 'high' | 'medium' | 'low', Severity>> = {
  critical: { urgency: 'high', impact: 'high', coreBusinessDown: true, severeSecurityRisk: false },
  high: { urgency: 'high', impact: 'medium', coreBusinessDown: false, severeSecurityRisk: false },
  medium: { urgency: 'medium', impact: 'medium', coreBusinessDown: false, severeSecurityRisk: false },
  low: { urgency: 'low', impact: 'low', coreBusinessDown: false, severeSecurityRisk: false },
};

/** A name no other test has. */
export function freshName(prefix: string): string {
  return `${prefix}-${randomUUID()}`;
}
