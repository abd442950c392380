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
  'contract.renewedByClause': null,
  'opening.taken': null,
  // People sign through their links.
  'signature.viewed': null,
  'signature.given': null,
  'signature.declined': null,
  'signature.delegated': null,
  'envelope.withdrawn': 'withdraw',
  'amendment.sent': 'sendAmendment',
  'amendment.agreed': 'recordAmendment',
  'statement.accepted': 'acceptStatement',
  'statement.contested': 'contestStatement',
  'statement.decided': 'decideContest',
  'payment.received': 'pay',
  'report.submitted': 'submitReport',
  'waiver.proposed': 'proposeWaiver',
  'miss.waived': 'waive',
  'miss.annulled': null,
  'termination.exercised': 'exerciseTermination',
  'terminationRight.waived': 'waiveTerminationRight',
  'termination.noticed': 'giveNotice',
  'termination.sent': 'sendTermination',
  'termination.agreed': 'agreeTermination',
  'renewal.objected': 'objectToRenewal',
  'renewal.linked': null,
  'documents.issued': null,
  'obligation.performed': 'performObligation',
  'obligation.excused': 'excuseObligation',
  'settlement.paidOut': 'payOut',
};

type Ground = (terms: Terms, state: ContractState, at: Instant) => boolean;

/** What the terms have to give, beside the status, for something to be possible. */
const GROUNDS: Partial<Record<ContractEventType, Ground>> = {
  'report.submitted': (terms) => terms.schedule.some((month) => month.reportDueAt !== null),
  'miss.waived': (terms) => canMiss(terms),
  'waiver.proposed': (terms) => canMiss(terms),
  'termination.exercised': (_, state, at) => exercisableRight(state.rights, at) !== undefined,
  'terminationRight.waived': (_, state, at) => exercisableRight(state.rights, at) !== undefined,
  'termination.noticed': (terms, state) => terms.termination.notice !== null && state.notice === null,
  'renewal.objected': (terms, { renewal }) =>
    terms.renewal.mode === 'automatic' && renewal.noticePassedAt === null && renewal.objection === null,
  'envelope.withdrawn': (_, state) => state.envelopes.some(({ status }) => status === 'open'),
  'amendment.sent': (_, state) => !hasPendingAmendment(state),
  'amendment.agreed': (_, state) => !hasPendingAmendment(state),
  'statement.accepted': (_, state) => state.closedMonths.length > 0,
  'statement.contested': (_, state) => state.closedMonths.length > 0,
  'statement.decided': (_, state) => state.contests.some(({ decided }) => decided === null),
  'obligation.performed': (_, state) => state.obligations.some(({ performedAt }) => performedAt === null),
  'obligation.excused': (_, state) => state.obligations.length > 0,
  'settlement.paidOut': (terms, state) => state.end !== null || terms.penalties.settled === 'separately',
};

function canMiss({ service, obligations, assessment }: Terms): boolean {
  return service !== null || obligations.length > 0 || assessment.lateReport === 'countsAsMiss';
}

function hasPendingAmendment({ amendments }: ContractState): boolean {
  return amendments.some(({ status }) => status === 'signing' || status === 'agreed');
}

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
