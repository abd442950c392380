import { Clerk } from '#decisions/clerk';
import { isDue, outstanding } from '#domain/contract/billing';
import { nextContractDeadline } from '#domain/contract/deadlines';
import { type ContractEvent } from '#domain/contract/events';
import { type ContractState } from '#domain/contract/state';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { type IncidentState } from '#domain/incident/state';
import { sumFen, ZERO_FEN } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { later, type Instant } from '#domain/time/instant';

/** A contract of ten years has some 700 deadlines ahead. */
const MOST_STEPS = 2_000;

/** What `restOfTerm` assumes, for whoever reads what comes of it. */
export const ASSUMPTIONS = {
  'zh-CN': '假定此后没有新的未达标：账单开具即付，月度报告按时提交，未结的服务请求不再产生未达标。',
  en: 'Assumes no further miss: each invoice is paid when it is issued, each report is submitted in time, and open requests miss nothing more.',
};

/**
 * A contract at the end of its term and of its settlement, if nothing more goes wrong: the core's own deadlines are
 * fired one after the other, and what falls due is paid and submitted at once. What happened up to `from` is priced.
 */
export async function restOfTerm(
  terms: Terms,
  start: ContractState,
  requests: readonly IncidentState[],
  from: Instant,
  clerk: Clerk,
): Promise<ContractState> {
  let state = start;
  const tell = async (event: ContractEvent): Promise<void> => {
    const step = await clerk.answering((answers) => stepContract(terms, state, event, { requests, answers }));
    state = step.state;
  };
  const keepUp = async (at: Instant): Promise<void> => {
    const due = state.invoices.filter((invoice) => isDue(state, invoice)).map(outstanding);
    const amount = sumFen(due.filter((each) => each > ZERO_FEN));
    if (amount > ZERO_FEN) await tell({ type: 'payment.received', at, amount, reference: null });
    for (const { period, submittedAt } of state.reports) {
      if (submittedAt === null)
        await tell({ type: 'report.submitted', at, period, knowledgeBaseContributions: null });
    }
  };
  for (let step = 0; step < MOST_STEPS; step++) {
    const deadline = nextContractDeadline(terms, state);
    if (deadline === null) break;
    if (deadline.at > from) await keepUp(later(from, state.through));
    const next = nextContractDeadline(terms, state);
    if (next === null) break;
    const fired = await clerk.answering((answers) =>
      fireContractDeadline(terms, state, next, { requests, answers }),
    );
    state = fired.state;
  }
  return state;
}
