import { type ContractState } from '#domain/contract/state';
import { type Miss } from '#domain/incident/state';
import { formatYuan } from '#domain/money/fen';
import { fact, receiptOfLine, type StepTaken } from './frame.js';
import { invoiceReceipts } from './invoice-receipts.js';
import { monthReceipts, rightReceipts } from './month-receipts.js';
import { chargeReceipts, penaltyReceipts } from './penalty-receipts.js';
import { type DecisionReceipt } from './receipt.js';

/** Lines of a contract's own that decide something; a step without any has no receipt. */
const DECIDING: ReadonlySet<string> = new Set([
  'penalty.fixed',
  'charge.fixed',
  'month.assessed',
  'month.reassessed',
  'terminationRight.arisen',
  'terminationRight.lost',
  'invoice.issued',
  'obligation.missed',
  'report.overdue',
]);

/** Whether a step of the contract itself may have decided something. */
export function decidesSomething(lines: readonly { readonly kind: string }[]): boolean {
  return lines.some(({ kind }) => DECIDING.has(kind));
}

/** What a step of the contract itself decided, in the order of its lines. */
export function receiptsOfContractStep(step: StepTaken<ContractState>): DecisionReceipt[] {
  const receipts = [
    ...penaltyReceipts(step),
    ...chargeReceipts(step),
    ...monthReceipts(step),
    ...rightReceipts(step),
    ...invoiceReceipts(step),
    ...ownMissReceipts(step),
  ];
  return receipts.sort((a, b) => a.entry.sequence - b.entry.sequence);
}

/** An obligation that was missed, or a report whose lateness counts as a miss. */
function ownMissReceipts(step: StepTaken<ContractState>): DecisionReceipt[] {
  const own = step.after.ownMisses.slice(step.before?.ownMisses.length ?? 0);
  const lines = step.lines.filter(({ kind }) => kind === 'obligation.missed' || kind === 'report.overdue');
  return own.flatMap((miss, index) => {
    const line = lines[index];
    if (!line) return [];
    return [
      receiptOfLine(step, line, 'miss', {
        period: miss.period,
        facts: [fact('dueAt', miss.dueAt, [line]), fact('owner', miss.request, [line])],
        conditions: [
          {
            condition: 'performedAt',
            operator: 'onOrBefore',
            expected: miss.dueAt,
            actual: null,
            result: false,
          },
        ],
        outcome: ownMissOutcome(miss),
      }),
    ];
  });
}

function ownMissOutcome({ target, at, dueAt, period, base }: Miss) {
  return { target, missedAt: at, dueAt, period, base: formatYuan(base) };
}
