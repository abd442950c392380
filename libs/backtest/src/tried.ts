import { type Clerk } from '#decisions/clerk';
import { DecisionError } from '#decisions/decision-error';
import { type Fault } from '#domain/fault';
import { amend } from './amend.js';
import { type Amendment, type TemplateWithCalendars } from './amendment.js';
import { compareContract } from './backtest.js';
import { type ContractComparison } from './comparison.js';
import { type RecordedContract } from './facts.js';

/**
 * An amendment tried on the recorded facts of a contract: the comparison, or why it does not fit. That the amended rules
 * do not decide a case that has come up shows only while the facts are played, and is a fault of the amendment.
 */
export async function tried(
  recorded: RecordedContract,
  amendment: Amendment,
  template: TemplateWithCalendars | null,
  clerk: Clerk,
): Promise<{ readonly comparison: ContractComparison } | { readonly faults: readonly Fault[] }> {
  const amended = await amend(recorded.terms, amendment, template);
  if ('faults' in amended) return amended;
  try {
    return { comparison: await compareContract(recorded, amended, clerk) };
  } catch (error) {
    if (error instanceof DecisionError) return { faults: error.faults };
    throw error;
  }
}
