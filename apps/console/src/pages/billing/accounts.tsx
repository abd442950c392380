import { Tag } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { billingWords } from './words';

type Account = components['schemas']['BankReconciliation']['items'][number];

/** Each account: what came in is what was booked, left aside, or is still to decide. */
export function Accounts() {
  const t = useWords(billingWords);
  const formats = useFormats();
  const query = api.useQuery('get', '/api/v1/bank/reconciliation');
  const amount = (key: 'imported' | 'booked' | 'ignored' | 'open', isExtra = false): Column<Account> => ({
    key,
    title: t(key),
    align: 'end',
    isExtra,
    cell: (row) => formats.money(row[key]),
  });
  const columns: Column<Account>[] = [
    { key: 'account', title: t('account'), cell: ({ account }) => account },
    amount('imported'),
    amount('booked', true),
    amount('ignored', true),
    amount('open'),
    {
      key: 'sum',
      title: '',
      cell: ({ addsUp }) => (
        <Tag color={addsUp ? 'success' : 'error'}>{addsUp ? t('addsUp') : t('doesNotAddUp')}</Tag>
      ),
    },
  ];
  return (
    <Panel title={t('accounts')}>
      <Asked query={query}>
        {({ items }) => (
          <DataTable
            caption={t('accounts')}
            columns={columns}
            rows={items}
            rowKey={({ account, currency }) => `${account} ${currency}`}
            empty={<Teach title={t('accountsNone')} help={t('accountsNoneHelp')} />}
          />
        )}
      </Asked>
    </Panel>
  );
}
