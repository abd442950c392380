import { Flex } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useCan, useContract } from '../contract/contract';
import { PayDialog, PayoutDialog } from './money-dialogs';
import { monthsWords } from './words';

/** The money that has moved. */
export function PaymentsPanel({ contract }: { readonly contract: string }) {
  const t = useWords(monthsWords);
  const can = useCan();
  const { settlement } = useContract();
  const columns = usePaymentColumns();
  return (
    <Panel
      title={t('payments')}
      about={t('paymentsAbout')}
      extra={
        <Flex gap="small" wrap>
          {can('pay', 'POST /api/v1/contracts/:contract/payments') && <PayDialog />}
          {settlement === null && can('payOut', 'POST /api/v1/contracts/:contract/payouts') && (
            <PayoutDialog />
          )}
        </Flex>
      }
    >
      <PagedTable
        caption={t('payments')}
        columns={columns}
        rowKey={({ sequence }) => sequence}
        queryKey={[
          'get',
          '/api/v1/contracts/{contract}/payments',
          { params: { path: { contract }, query: { order: 'desc' } } },
        ]}
        page={(cursor) =>
          answered(
            client.GET('/api/v1/contracts/{contract}/payments', {
              params: {
                path: { contract },
                query: { order: 'desc', limit: 12, ...(cursor !== undefined && { cursor }) },
              },
            }),
          )
        }
        empty={<Teach title={t('noPayments')} help={t('noPaymentsHelp')} />}
      />
    </Panel>
  );
}

function usePaymentColumns(): Column<components['schemas']['Payment']>[] {
  const t = useWords(monthsWords);
  const { instant, money } = useFormats();
  const { terms } = useContract();
  return [
    { key: 'at', title: t('when'), cell: ({ at }) => instant(at, terms.zone) },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(kind) },
    { key: 'amount', title: t('amount'), align: 'end', cell: ({ amount }) => money(amount) },
    { key: 'reference', title: t('reference'), isExtra: true, cell: ({ reference }) => reference ?? '–' },
    { key: 'by', title: t('by'), isExtra: true, cell: ({ recordedBy }) => recordedBy },
  ];
}
