import { CONTRACT_TRANSITIONS, nextContractStatus } from '#domain/contract/transitions';
import { type ContractStatus } from '#domain/contract/state';
import { Refusal } from '#domain/refusal';
import { faultLines, on, scenario } from '../support/builders.js';
import { type ScenarioEvent } from '../support/scenarios.js';

type Trigger = Parameters<typeof nextContractStatus>[1];

/** Where each thing that happens to a contract leads, by hand: what is not listed for a status is refused in it. */
const LEADS_TO: Readonly<Record<ContractStatus, Partial<Record<Trigger, ContractStatus>>>> = {
  draft: { 'contract.sent': 'signing', 'contract.renewedByClause': 'signed', 'documents.issued': 'draft' },
  signing: {
    'contract.signed': 'signing',
    'contract.declined': 'declined',
    signingLapse: 'lapsed',
    'documents.issued': 'signing',
    ...signatures('signing'),
  },
  signed: { activation: 'active', 'opening.taken': 'signed', 'documents.issued': 'signed' },
  active: {
    ...signatures('active'),
    ...paperwork('active'),
    'opening.taken': 'active',
    'amendment.sent': 'active',
    'amendment.agreed': 'active',
    'termination.sent': 'active',
    'termination.noticed': 'active',
    'terminationRight.waived': 'active',
    'renewal.objected': 'active',
    'renewal.linked': 'active',
    envelopeExpiry: 'active',
    amendmentEffect: 'active',
    renewalNotice: 'active',
    'payment.received': 'active',
    'report.submitted': 'active',
    'miss.waived': 'active',
    'miss.annulled': 'active',
    'termination.agreed': 'active',
    // The step ends it where no days of notice run.
    'termination.exercised': 'active',
    'obligation.performed': 'active',
    'obligation.excused': 'active',
    'settlement.paidOut': 'active',
    monthClose: 'active',
    invoiceIssue: 'active',
    paymentReminder: 'active',
    paymentOverdue: 'active',
    reportReminder: 'active',
    reportOverdue: 'active',
    obligationOverdue: 'active',
    delayRight: 'active',
    rightLapse: 'active',
    agreedEnd: 'terminated',
    termEnd: 'expired',
  },
  declined: { 'documents.issued': 'declined' },
  withdrawn: { 'documents.issued': 'withdrawn' },
  lapsed: { 'documents.issued': 'lapsed' },
  terminated: afterTheEnd('terminated'),
  expired: afterTheEnd('expired'),
  closed: {
    ...paperwork('closed'),
    'renewal.linked': 'closed',
    'payment.received': 'closed',
    'report.submitted': 'closed',
    'miss.waived': 'closed',
    'miss.annulled': 'closed',
    'settlement.paidOut': 'closed',
  },
};

function signatures(status: ContractStatus): Partial<Record<Trigger, ContractStatus>> {
  return {
    'signature.viewed': status,
    'signature.given': status,
    'signature.declined': status,
    'signature.delegated': status,
    'envelope.withdrawn': status,
    signingReminder: status,
  };
}

function paperwork(status: ContractStatus): Partial<Record<Trigger, ContractStatus>> {
  return {
    'documents.issued': status,
    'statement.accepted': status,
    'statement.contested': status,
    'statement.decided': status,
    'waiver.proposed': status,
  };
}

function afterTheEnd(status: ContractStatus): Partial<Record<Trigger, ContractStatus>> {
  return {
    ...paperwork(status),
    // What was on its way to be signed lapses in its time.
    envelopeExpiry: status,
    'renewal.linked': status,
    'payment.received': status,
    'report.submitted': status,
    'miss.waived': status,
    'miss.annulled': status,
    'settlement.paidOut': status,
    paymentReminder: status,
    paymentOverdue: status,
    reportReminder: status,
    reportOverdue: status,
    // What was served in arrears, or performed, is invoiced after the end.
    invoiceIssue: status,
    close: 'closed',
  };
}

const STATUSES = Object.keys(LEADS_TO) as ContractStatus[];
const TRIGGERS = [
  ...new Set(STATUSES.flatMap((status) => Object.keys(CONTRACT_TRANSITIONS[status]))),
] as Trigger[];

function led(status: ContractStatus, trigger: Trigger): ContractStatus | 'refused' {
  try {
    return nextContractStatus(status, trigger);
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
}

const cells = STATUSES.flatMap((status) => {
  return TRIGGERS.map((trigger): [ContractStatus, Trigger] => [status, trigger]);
});

describe('what can happen to a contract in each status', () => {
  it.each(cells)('%s: %s', (status, trigger) => {
    expect(led(status, trigger)).toBe(LEADS_TO[status][trigger] ?? 'refused');
  });
});

describe('what can be told of a contract that has ended', () => {
  const missed = on('2025-01-05 09:00').recorded('R', 'high');
  const ways: Record<string, ScenarioEvent[]> = {
    terminated: [on('2025-01-05').agreedToEnd('2025-01-20')],
    expired: [],
  };

  it.each<[status: string, name: string, event: ScenarioEvent, faults: number]>(
    Object.keys(ways).flatMap((status): [string, string, ScenarioEvent, number][] => [
      [status, 'a payment', on('2025-03-05').payment('1.00'), 0],
      [status, 'a report', on('2025-03-05').reportOf('2025-01'), 0],
      [status, 'a waiver', on('2025-03-05').waived('R', 'response'), 0],
      [status, 'an event of a request', on('2025-03-05').resolved('R'), 0],
      [status, 'no new request', on('2025-03-05').recorded('S', 'low'), 1],
      [status, 'no exercise', on('2025-03-05').exercised(), 1],
      [status, 'no agreement on an end', on('2025-03-05').agreedToEnd('2025-03-06'), 1],
    ]),
  )('%s: %s', async (status, _, event, faults) => {
    const events = [missed, ...(ways[status] ?? []), event];
    expect(await faultLines(scenario('2025-04-01', events, { termMonths: 1 }))).toHaveLength(faults);
  });

  it.each(Object.keys(ways))(
    '%s: a request at the very instant of the end is not accepted',
    async (status) => {
      const end = status === 'expired' ? '2025-02-01' : '2025-01-20';
      const events = [...(ways[status] ?? []), on(end).recorded('S', 'low')];
      expect(await faultLines(scenario('2025-04-01', events, { termMonths: 1 }))).toHaveLength(1);
    },
  );
});
