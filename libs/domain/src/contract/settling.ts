import { type Entry, type Step } from '../entry.js';
import { formatYuan } from '../money/fen.js';
import { type Terms } from '../terms.js';
import { owedByProvider } from './account.js';
import { plain } from './entries.js';
import { settlementOf, type Settlement } from './settlement.js';
import { type ContractState } from './state.js';

/** The settlement of an ended contract, when it is new or has changed. */
export function settlements(terms: Terms, before: ContractState | null, after: ContractState): Entry[] {
  const now = settlementOf(terms, after);
  if (now === null) return [];
  const earlier = before ? settlementOf(terms, before) : null;
  if (earlier && isSame(earlier, now)) return [];
  const payload = {
    outstanding: formatYuan(now.outstanding),
    interest: formatYuan(now.interest),
    penaltiesPaidOut: formatYuan(now.penaltiesPaidOut),
    refund: formatYuan(now.refund),
    penaltiesStanding: formatYuan(owedByProvider(after)),
  };
  const kind = earlier ? 'settlement.revised' : 'settlement.drawnUp';
  return [plain(kind, after.through, terms.clauses.penalties, payload)];
}

/** After the end, whatever changes what the parties owe is written down as a revised settlement. */
export function resettled(
  terms: Terms,
  before: ContractState,
  step: Step<ContractState>,
): Step<ContractState> {
  return { state: step.state, entries: [...step.entries, ...settlements(terms, before, step.state)] };
}

function isSame(a: Settlement, b: Settlement): boolean {
  return (
    a.outstanding === b.outstanding &&
    a.interest === b.interest &&
    a.penaltiesPaidOut === b.penaltiesPaidOut &&
    a.refund === b.refund
  );
}
