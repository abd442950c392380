import { useMemo } from 'react';
import { useValueText } from '~/parts/conditions';
import { useFormats } from '~/words/formats';
import { isOneOf, useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { receiptWords } from './receipt-words';

const MONEY: ReadonlySet<string> = new Set([
  'amount',
  'base',
  'creditable',
  'credited',
  'creditedEarlier',
  'fixedEarlier',
  'full',
  'heldOut',
  'interest',
  'invoiceAmount',
  'paidOut',
  'payable',
  'penaltiesOwed',
  'penalty',
  'room',
]);

/** Facts that a rule looked at have the same names as those of the decision. */
export function plainName(name: string): string {
  return name.replace(/^rules\./, '');
}

/** What a fact, an operand, a condition or an outcome is called. */
export function useReceiptName(): (name: string) => string {
  const t = useWords(receiptWords);
  const { priority } = useSlaNames();
  return useMemo(
    () => (name) => {
      const [head = '', ...rest] = plainName(name).split('.');
      const word = isOneOf(receiptWords.en.name, head) ? t(`name.${head}`) : priority(head);
      return rest.length === 0 ? word : `${word} · ${rest.join('.')}`;
    },
    [t, priority],
  );
}

/** Its value as people write it: money, instants, months and words; anything else as it stands. */
export function useReceiptValue(zone: string): (name: string, value: unknown) => string {
  const t = useWords(receiptWords);
  const formats = useFormats();
  const valueText = useValueText();
  return (name, value) => {
    const plain = plainName(name);
    if (typeof value !== 'string') return valueText(value);
    if (MONEY.has(plain) && /^-?\d+\.\d\d$/.test(value)) return formats.money(value);
    if (/permille$/i.test(plain)) return `${value} ‰`;
    if (/percent$/i.test(plain)) return `${value} %`;
    if (/^\d{4}-\d\d-\d\dT[\d:]+Z$/.test(value)) return formats.instant(value, zone);
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formats.date(value);
    if (/^\d{4}-\d\d$/.test(value)) return formats.month(value);
    const known = plain !== 'priority' && plain !== 'target' && isOneOf(receiptWords.en.value, value);
    return known ? t(`value.${value}`) : valueText(value);
  };
}

/** A formula of a receipt with each name as `say` says it: in words, or with its number. */
export function useFormula(): (formula: string, say: (operand: string) => string) => string {
  const t = useWords(receiptWords);
  return (formula, say) => {
    if (formula.startsWith('sum of the counted')) return t('formula.counted');
    if (formula === '0.00: the miss was waived') return t('formula.waived');
    if (formula.startsWith('0.00: ')) return t('formula.earlier');
    const [, one, other, less] = /^least of (\w+) and (\w+)(?:, less (\w+))?$/.exec(formula) ?? [];
    if (one !== undefined && other !== undefined) {
      const least = t('formula.least', { one: say(one), other: say(other) });
      return less === undefined ? least : t('formula.less', { what: least, less: say(less) });
    }
    const [line = '', floor] = formula.split(', at least ');
    const what = line.replaceAll(/[A-Za-z]\w*|[*/-]/g, (part) => SIGNS[part] ?? say(part));
    return floor === undefined ? what : t('formula.atLeast', { what, least: floor });
  };
}

const SIGNS: Readonly<Record<string, string>> = { '*': '×', '/': '÷', '-': '−' };
