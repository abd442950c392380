import { Link } from '@tanstack/react-router';
import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { Figures } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type Contract, useContract } from '../contract/contract';
import { overviewWords } from './words';

interface Props {
  readonly contract: string;
  readonly month: NonNullable<Contract['currentMonth']>;
}

/** The month that is being counted: what it would come to if it closed now. */
export function CurrentMonth({ contract, month }: Props) {
  const t = useWords(overviewWords);
  const formats = useFormats();
  const { requests } = useContract();
  const { period, fee, misses, waived, failing, penaltiesAccruing } = month;
  const open = (requests['open'] ?? 0) + (requests['paused'] ?? 0);
  return (
    <Panel
      title={t('month')}
      extra={
        <Link to="/contracts/$contract/months/$period" params={{ contract, period }}>
          {t('toMonth')}
        </Link>
      }
    >
      <Facts
        facts={[
          { key: 'period', label: t('period'), value: formats.month(period) },
          { key: 'fee', label: t('fee'), value: <Figures>{formats.money(fee)}</Figures> },
          { key: 'misses', label: t('misses'), value: t('missesOf', { misses, waived }) },
          {
            key: 'stands',
            label: t('stands'),
            value: (
              <span className={failing ? 'text-danger' : 'text-success'}>
                {t(failing ? 'failing' : 'holding')}
              </span>
            ),
          },
          {
            key: 'accruing',
            label: t('accruing'),
            value: <Figures>{formats.money(penaltiesAccruing)}</Figures>,
          },
          {
            key: 'requests',
            label: t('requests'),
            value: (
              <Link to="/contracts/$contract/requests" params={{ contract }}>
                {t('requestsOf', { count: open })}
              </Link>
            ),
          },
        ]}
      />
    </Panel>
  );
}
