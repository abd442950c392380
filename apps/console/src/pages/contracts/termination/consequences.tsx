import { Alert } from 'antd';
import { formatYuan, parseYuan, sumFen, ZERO_FEN } from '#domain/money/fen';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { useMonthLists } from '../contract/every';
import { terminationWords } from './words';

interface Props {
  /** The end in words, and as an instant where it is known. */
  readonly end: string;
  readonly endsAt: string | null;
}

/** What an early end brings, from what stands on record now. */
export function Consequences({ end, endsAt }: Props) {
  const t = useWords(terminationWords);
  const { money } = useFormats();
  const { id, requests, terms, owed } = useContract();
  const { months, invoices } = useMonthLists(id);
  const later = endsAt === null ? [] : (months.data ?? []).filter(({ from }) => from >= endsAt);
  const fees = sum(later.map(({ fee }) => fee));
  const outstanding = sum((invoices.data ?? []).map((invoice) => invoice.outstanding));
  const open = (requests['open'] ?? 0) + (requests['paused'] ?? 0);
  const isWhole = terms.parameters['partMonths'] === 'full';
  return (
    <Alert
      type="warning"
      showIcon
      title={t('consequences')}
      description={
        <ul className="consequences">
          <li>{t('cEnds', { end })}</li>
          {later.length > 0 && <li>{t('cMonths', { count: later.length, fees: money(fees) })}</li>}
          {terms.monthlyFee !== null && <li>{t(isWhole ? 'cPartFull' : 'cPartDays')}</li>}
          {outstanding !== '0.00' && <li>{t('cOpen', { outstanding: money(outstanding) })}</li>}
          {terms.invoiceTiming === 'inAdvance' && <li>{t('cRefund')}</li>}
          {owed.byProvider !== '0.00' && <li>{t('cPenalties', { penalties: money(owed.byProvider) })}</li>}
          {open > 0 && <li>{t('cRequests', { count: open })}</li>}
          <li>{t('cSettlement')}</li>
          <li>{t('cFinal')}</li>
        </ul>
      }
    />
  );
}

function sum(amounts: readonly string[]): string {
  return formatYuan(sumFen(amounts.map((amount) => parseYuan(amount) ?? ZERO_FEN)));
}
