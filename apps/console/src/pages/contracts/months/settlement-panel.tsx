import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { Figures } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type Contract, useCan } from '../contract/contract';
import { PayoutDialog } from './money-dialogs';
import { monthsWords } from './words';

/** What each still owes the other after the end. */
export function SettlementPanel({
  settlement,
}: {
  readonly settlement: NonNullable<Contract['settlement']>;
}) {
  const t = useWords(monthsWords);
  const { money } = useFormats();
  const can = useCan();
  const canPay = can('payOut', 'POST /api/v1/contracts/:contract/payouts') && settlement.payoutDue !== '0.00';
  const rows = [
    ['outstanding', 'sOutstanding'],
    ['interest', 'sInterest'],
    ['penaltiesPaidOut', 'sPenalties'],
    ['refund', 'sRefund'],
    ['unapplied', 'sUnapplied'],
    ['paidOut', 'sPaidOut'],
    ['payoutDue', 'sDue'],
  ] as const;
  return (
    <Panel
      title={t('settlement')}
      about={t('settlementAbout')}
      extra={canPay && <PayoutDialog due={settlement.payoutDue} />}
    >
      <Facts
        facts={rows.map(([key, label]) => ({
          key,
          label: t(label),
          value: <Figures>{money(settlement[key])}</Figures>,
        }))}
      />
    </Panel>
  );
}
