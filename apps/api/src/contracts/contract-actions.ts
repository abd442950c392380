import { exercisableRight } from '#domain/contract/months';
import { type ContractEventType } from '#domain/contract/events';
import { type ContractState, type ContractStatus } from '#domain/contract/state';
import { CONTRACT_TRANSITIONS } from '#domain/contract/transitions';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';

/** How the API calls what may happen to a contract; null is what nobody asks for. */
const NAMES: Readonly<Record<ContractEventType, string | null>> = {
  'contract.sent': 'send',
  'contract.signed': 'sign',
  'contract.declined': 'decline',
  'payment.received': 'pay',
  'report.submitted': 'submitReport',
  'miss.waived': 'waive',
  'miss.annulled': null,
  'termination.exercised': 'exerciseTermination',
  'termination.agreed': 'agreeTermination',
  'obligation.performed': 'performObligation',
  'obligation.excused': 'excuseObligation',
  'settlement.paidOut': 'payOut',
};

type Ground = (terms: Terms, state: ContractState, at: Instant) => boolean;

/** What the terms have to give, beside the status, for something to be possible. */
const GROUNDS: Partial<Record<ContractEventType, Ground>> = {
  'report.submitted': (terms) => terms.schedule.some((month) => month.reportDueAt !== null),
  'miss.waived': (terms) =>
    terms.service !== null || terms.obligations.length > 0 || terms.assessment.lateReport === 'countsAsMiss',
  'termination.exercised': (_, state, at) => exercisableRight(state.rights, at) !== undefined,
  'obligation.performed': (_, state) => state.obligations.some(({ performedAt }) => performedAt === null),
  'obligation.excused': (_, state) => state.obligations.length > 0,
  'settlement.paidOut': (terms, state) => state.end !== null || terms.penalties.settled === 'separately',
};

/** What can be done with a contract now, from the table of its transitions and by its terms. */
export function contractActions(
  status: ContractStatus,
  terms: Terms,
  state: ContractState,
  at: Instant,
): string[] {
  const row = CONTRACT_TRANSITIONS[status];
  const types = Object.keys(NAMES) as ContractEventType[];
  const possible = types.filter((type) => type in row && (GROUNDS[type]?.(terms, state, at) ?? true));
  const names = possible.flatMap((type) => NAMES[type] ?? []);
  return status === 'active' && terms.service !== null ? [...names, 'recordRequest'] : names;
}
