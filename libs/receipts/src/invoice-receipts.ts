import { owedByProvider } from '#domain/contract/account';
import { payable } from '#domain/contract/billing';
import { creditablePenalties, heldOutPenalties } from '#domain/contract/contests';
import { type ContractState, type Invoice } from '#domain/contract/state';
import { atLeastZero, formatYuan, subtractFen, sumFen } from '#domain/money/fen';
import { fact, receiptOfLine, type StepTaken } from './frame.js';
import { moneyStep } from './money-steps.js';
import { type DecisionReceipt } from './receipt.js';
import { type Sources, type WrittenLine } from './sources.js';

type ContractStep = StepTaken<ContractState>;

const CREDITED: ReadonlySet<string> = new Set([
  'penalty.fixed',
  'charge.fixed',
  'miss.waived',
  'miss.annulled',
  'statement.contested',
  'statement.decided',
  'settlement.paidOut',
]);

/** The receipts of invoices that a step issued: what they ask for, and which penalties are offset (clauses 2.6, 3.1). */
export function invoiceReceipts(step: ContractStep): DecisionReceipt[] {
  const first = step.before?.invoices.length ?? 0;
  return step.lines
    .filter(({ kind }) => kind === 'invoice.issued')
    .flatMap((line, index) => {
      const invoice = step.after.invoices[first + index];
      if (!invoice) return [];
      return [invoiceReceipt(step, line, invoice, step.after.invoices.slice(0, first + index))];
    });
}

function invoiceReceipt(
  step: ContractStep,
  line: WrittenLine,
  invoice: Invoice,
  earlier: readonly Invoice[],
): DecisionReceipt {
  const { terms, after } = step;
  const found = { ...after, invoices: earlier };
  const { period, amount, interest, credited, dueAt } = invoice;
  const owed = owedByProvider(found);
  const creditedEarlier = sumFen(earlier.map((each) => each.credited));
  const creditable = subtractFen(creditablePenalties(found), found.paidOut);
  const since = changesSince(step.sources, line);
  const planned = terms.billing.plan[earlier.length];
  const { settled } = terms.penalties;
  return receiptOfLine(step, line, 'invoice', {
    period,
    facts: [
      fact('planned', planned ? { ...planned, amount: formatYuan(planned.amount) } : null),
      fact('timing', terms.billing.timing),
      fact('penaltiesSettled', settled),
      fact('penaltiesOwed', formatYuan(owed), since),
      fact('creditedEarlier', formatYuan(creditedEarlier), step.sources.all(isEarlierInvoice(line))),
      fact('heldOut', formatYuan(heldOutPenalties(found)), since),
      fact('paidOut', formatYuan(found.paidOut), since),
    ],
    conditions: [
      {
        condition: 'penaltiesSettled',
        operator: 'equal',
        expected: 'offset',
        actual: settled,
        result: settled === 'offset',
      },
    ],
    arithmetic: [
      moneyStep(
        'creditable',
        'penaltiesOwed - creditedEarlier - heldOut - paidOut, at least 0.00',
        { penaltiesOwed: owed, creditedEarlier, heldOut: heldOutPenalties(found), paidOut: found.paidOut },
        atLeastZero(creditable),
      ),
      moneyStep(
        'credited',
        'least of amount and creditable',
        { amount, creditable: atLeastZero(creditable) },
        credited,
      ),
      moneyStep('payable', 'amount + interest - credited', { amount, interest, credited }, payable(invoice)),
    ],
    outcome: {
      amount: formatYuan(amount),
      interest: formatYuan(interest),
      credited: formatYuan(credited),
      payable: formatYuan(payable(invoice)),
      dueAt,
    },
  });
}

/** What has changed the penalties owed since the invoice before, which stands for all that came before it. */
function changesSince(sources: Sources, line: WrittenLine) {
  const [previous] = sources.last(isEarlierInvoice(line));
  const changes = sources.all(({ kind, sequence }) => {
    return CREDITED.has(kind) && sequence > (previous?.sequence ?? 0) && sequence < line.sequence;
  });
  return previous ? [previous, ...changes] : changes;
}

function isEarlierInvoice(line: WrittenLine): (each: { kind: string; sequence: number }) => boolean {
  return ({ kind, sequence }) => kind === 'invoice.issued' && sequence < line.sequence;
}
