import { type components } from '#client/openapi';
import { useFormats } from '~/words/formats';
import { useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { useReceiptValue } from './receipt-values';
import { receiptWords } from './receipt-words';

type Receipt = Pick<components['schemas']['DecisionReceipt'], 'kind' | 'outcome' | 'facts'>;

/** What a receipt says was decided, in a few words. */
export function useWhat(zone: string): (receipt: Receipt) => string {
  const t = useWords(receiptWords);
  const names = useSlaNames();
  const formats = useFormats();
  const valueText = useReceiptValue(zone);
  return ({ kind, outcome, facts }) => {
    const say = (name: string) => valueText(name, outcome[name]);
    const target = names.target(textAt(outcome, 'target'));
    switch (kind) {
      case 'priority':
        return names.priority(textAt(outcome, 'priority'));
      case 'deadline':
        if (outcome['dueAt'] === null) return t('what.noDeadline', { target });
        return t('what.deadline', { target, at: say('dueAt') });
      case 'miss':
        return t('what.miss', { target, at: say('missedAt') });
      case 'penalty': {
        const missed = facts.find(({ name }) => name === 'target')?.value;
        const amount = formats.money(textAt(outcome, 'penalty') || textAt(outcome, 'amount'));
        if (typeof missed !== 'string') return t('what.charge', { amount });
        return t('what.penalty', { amount, target: names.target(missed) });
      }
      case 'month': {
        const misses = Number(outcome['misses'] ?? 0);
        return t('what.month', { misses, failed: String(outcome['failed'] === true) });
      }
      case 'terminationRight':
        return say('change');
      case 'invoice':
        return t('what.invoice', { amount: say('payable') });
    }
  };
}

function textAt(outcome: Receipt['outcome'], name: string): string {
  const value = outcome[name];
  return typeof value === 'string' ? value : '';
}
