import { useOperator } from '~/parts/conditions';
import { type Column, DataTable } from '~/parts/data-table';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { isOneOf, slaWords } from '~/words/sla';
import { useWords } from '~/words/words';
import { useFormula, useReceiptName, useReceiptValue } from './receipt-values';
import { type OfReceipt, type Receipt } from './receipt-view';
import { receiptWords } from './receipt-words';
import { auditWords } from './words';

/** Each step: in words, with its numbers, and how it was rounded. */
export function ReceiptSteps({ receipt, zone }: OfReceipt) {
  return (
    <ol className="steps">
      {receipt.arithmetic.map((step) => (
        <li key={step.step}>
          {step.formula.startsWith(COUNTED) ? (
            <CountedStep step={step} />
          ) : (
            <MoneyStep step={step} zone={zone} />
          )}
        </li>
      ))}
    </ol>
  );
}

type Step = Receipt['arithmetic'][number];

const COUNTED = 'sum of the counted';

function MoneyStep({ step: { step, formula, operands, exact, rounding, result }, zone }: StepProps) {
  const t = useWords(auditWords);
  const nameOf = useReceiptName();
  const valueText = useReceiptValue(zone);
  const formulaText = useFormula();
  const number = (operand: string) =>
    Object.hasOwn(operands, operand) ? valueText(operand, operands[operand]) : nameOf(operand);
  return (
    <>
      <div>
        {nameOf(step)} = {formulaText(formula, nameOf)}
      </div>
      <div className="figures step-numbers">
        = {formulaText(formula, number)} = <strong>{valueText(step, result)}</strong>
      </div>
      <Secondary>{rounding !== null && exact !== null ? t('exact', { exact }) : t('notRounded')}</Secondary>
    </>
  );
}

interface StepProps {
  readonly step: Step;
  readonly zone: string;
}

/** The time that was counted up to a deadline, in seconds: it is what the target gives. */
function CountedStep({ step: { formula, operands, result } }: Pick<StepProps, 'step'>) {
  const t = useWords(auditWords);
  const formats = useFormats();
  const formulaText = useFormula();
  const [sum, target] = [formats.duration(Number(result)), formats.duration(Number(operands['target']))];
  return (
    <>
      <div>{t('countedTime', { formula: formulaText(formula, String) })}</div>
      <div className="figures step-numbers">
        {t('countedSum', { sum, target, count: Number(operands['segments']) })}
      </div>
    </>
  );
}

type Cap = Receipt['caps'][number];

/** What was used of each cap before the decision and after it. */
export function ReceiptCaps({ receipt }: OfReceipt) {
  const t = useWords(auditWords);
  const names = useWords(receiptWords);
  const formats = useFormats();
  const columns: readonly Column<Cap>[] = [
    {
      key: 'cap',
      title: t('cap'),
      cell: ({ window, amount }) => {
        const name = isOneOf(receiptWords.en.window, window) ? names(`window.${window}`) : window;
        return `${formats.money(amount)} ${name}`;
      },
    },
    { key: 'before', title: t('capBefore'), align: 'end', cell: (cap) => formats.money(cap.usedBefore) },
    { key: 'after', title: t('capAfter'), align: 'end', cell: (cap) => formats.money(cap.usedAfter) },
  ];
  return (
    <DataTable caption={t('caps')} columns={columns} rows={receipt.caps} rowKey={({ window }) => window} />
  );
}

/** Each condition as it turned out. */
export function ReceiptConditions({ receipt, zone }: OfReceipt) {
  const t = useWords(auditWords);
  const sla = useWords(slaWords);
  const nameOf = useReceiptName();
  const valueText = useReceiptValue(zone);
  const operatorText = useOperator();
  return (
    <ul className="conditions">
      {receipt.conditions.map(({ condition, operator, expected, actual, result }) => (
        <li key={condition}>
          <span className={result ? 'text-success' : 'text-danger'}>
            {result ? '✓' : '✗'} <span className="only-read">{result ? t('holds') : t('fails')}</span>
          </span>{' '}
          {sla('named', { name: nameOf(condition) })}
          <strong>{valueText(condition, actual)}</strong>{' '}
          <Secondary>
            {t('needed', {
              needed: `${operator === 'equal' ? '' : `${operatorText(operator).replace(/^is /, '')} `}${valueText(condition, expected)}`,
            })}
          </Secondary>
        </li>
      ))}
    </ul>
  );
}
