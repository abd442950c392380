import { exercisableRight } from '#domain/contract/months';
import { type ContractEventType } from '#domain/contract/events';
import { type ContractState, type ContractStatus } from '#domain/contract/state';
import { CONTRACT_TRANSITIONS } from '#domain/contract/transitions';
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
  'settlement.paidOut': 'payOut',
};

/** What can be done with a contract now, from the table of its transitions. */
export function contractActions(status: ContractStatus, state: ContractState, at: Instant): string[] {
  const row = CONTRACT_TRANSITIONS[status];
  const names = Object.entries(NAMES).flatMap(([type, name]) => (name !== null && type in row ? [name] : []));
  const hasRight = exercisableRight(state.rights, at) !== undefined;
  const possible = names.filter((name) => name !== 'exerciseTermination' || hasRight);
  return status === 'active' ? [...possible, 'recordRequest'] : possible;
}
