import { Refusal } from '../refusal.js';
import { type ContractDeadline, type ContractEventType } from './events.js';
import { type ContractStatus } from './state.js';

type Trigger = ContractEventType | ContractDeadline['kind'];
type Next = ContractStatus | 'same';

/** What may come at any time after the draft: documents are made of what happened, lines of statements are decided. */
const PAPERWORK = {
  'documents.issued': 'same',
  'statement.accepted': 'same',
  'statement.contested': 'same',
  'statement.decided': 'same',
  'waiver.proposed': 'same',
} as const;

const DOCUMENTS = { 'documents.issued': 'same' } as const;

const SIGNATURES = {
  'signature.viewed': 'same',
  'signature.given': 'same',
  'signature.declined': 'same',
  'signature.delegated': 'same',
  'envelope.withdrawn': 'same',
  signingReminder: 'same',
} as const;

const AFTER_END = {
  ...PAPERWORK,
  envelopeExpiry: 'same',
  'renewal.linked': 'same',
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
 * there. `contract.signed` and `signature.given` lead to `signed` only with the last signature, `signature.declined` and
 * `envelope.withdrawn` to an end only where the contract itself is being signed, and `termination.exercised` leads to the end
 * only where no notice period runs; the step says so.
 */
export const CONTRACT_TRANSITIONS: Readonly<Record<ContractStatus, Partial<Record<Trigger, Next>>>> = {
  draft: { ...DOCUMENTS, 'contract.sent': 'signing', 'contract.renewedByClause': 'signed' },
  signing: {
    ...DOCUMENTS,
    ...SIGNATURES,
    'contract.signed': 'same',
    'contract.declined': 'declined',
    signingLapse: 'lapsed',
  },
  signed: { ...DOCUMENTS, 'opening.taken': 'same', activation: 'active' },
  active: {
    ...PAPERWORK,
    ...SIGNATURES,
    'opening.taken': 'same',
    'amendment.sent': 'same',
    'amendment.agreed': 'same',
    'termination.sent': 'same',
    'termination.noticed': 'same',
    'terminationRight.waived': 'same',
    'renewal.objected': 'same',
    'renewal.linked': 'same',
    envelopeExpiry: 'same',
    amendmentEffect: 'same',
    renewalNotice: 'same',
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
  declined: DOCUMENTS,
  withdrawn: DOCUMENTS,
  lapsed: DOCUMENTS,
  terminated: AFTER_END,
  expired: AFTER_END,
  closed: {
    ...PAPERWORK,
    'renewal.linked': 'same',
    'payment.received': 'same',
    'report.submitted': 'same',
    'miss.waived': 'same',
    'miss.annulled': 'same',
    'settlement.paidOut': 'same',
  },
};

/** What nobody asks for: the program tells it itself. */
const UNASKED: ReadonlySet<string> = new Set(['miss.annulled', 'documents.issued', 'opening.taken']);

/** The status after an event or deadline. Throws a Refusal that names what the status allows. */
export function nextContractStatus(status: ContractStatus, trigger: Trigger): ContractStatus {
  const row = CONTRACT_TRANSITIONS[status];
  const next = row[trigger];
  if (next === undefined) {
    const allowed = Object.keys(row).filter((name) => name.includes('.') && !UNASKED.has(name));
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
