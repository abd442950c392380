import { Refusal } from '../refusal.js';
import { type ContractDeadline, type ContractEventType } from './events.js';
import { type ContractStatus } from './state.js';

type Trigger = ContractEventType | ContractDeadline['kind'];
type Next = ContractStatus | 'same';

const AFTER_END = {
  'payment.received': 'same',
  'report.submitted': 'same',
  'miss.waived': 'same',
  'miss.annulled': 'same',
  'settlement.paidOut': 'same',
  paymentReminder: 'same',
  paymentOverdue: 'same',
  reportReminder: 'same',
  reportOverdue: 'same',
  invoiceIssue: 'same',
  close: 'closed',
} as const;

/**
 * The life of a contract: what may happen in each status, and where it leads. An event missing in a row is refused
 * there. `contract.signed` leads to `signed` only with the second signature, and `termination.exercised` leads to the end
 * only where no notice period runs; the step says so.
 */
export const CONTRACT_TRANSITIONS: Readonly<Record<ContractStatus, Partial<Record<Trigger, Next>>>> = {
  draft: { 'contract.sent': 'signing' },
  signing: { 'contract.signed': 'same', 'contract.declined': 'declined', signingLapse: 'lapsed' },
  signed: { activation: 'active' },
  active: {
    'payment.received': 'same',
    'report.submitted': 'same',
    'miss.waived': 'same',
    'miss.annulled': 'same',
    'termination.exercised': 'same',
    'termination.agreed': 'same',
    'obligation.performed': 'same',
    'obligation.excused': 'same',
    'settlement.paidOut': 'same',
    monthClose: 'same',
    invoiceIssue: 'same',
    paymentReminder: 'same',
    paymentOverdue: 'same',
    reportReminder: 'same',
    reportOverdue: 'same',
    obligationOverdue: 'same',
    delayRight: 'same',
    rightLapse: 'same',
    termEnd: 'expired',
    agreedEnd: 'terminated',
  },
  declined: {},
  lapsed: {},
  terminated: AFTER_END,
  expired: AFTER_END,
  closed: {
    'payment.received': 'same',
    'report.submitted': 'same',
    'miss.waived': 'same',
    'miss.annulled': 'same',
    'settlement.paidOut': 'same',
  },
};

/** The status after an event or deadline. Throws a Refusal that names what the status allows. */
export function nextContractStatus(status: ContractStatus, trigger: Trigger): ContractStatus {
  const row = CONTRACT_TRANSITIONS[status];
  const next = row[trigger];
  if (next === undefined) {
    const allowed = Object.keys(row).filter((name) => name.includes('.') && name !== 'miss.annulled');
    const list = allowed.length > 0 ? `allowed: ${allowed.join(', ')}` : 'nothing more can happen to it';
    throw new Refusal(
      'wrongState',
      'type',
      `${trigger} is not possible while the contract is ${status}`,
      list,
    );
  }
  return next === 'same' ? status : next;
}
