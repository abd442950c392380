import { Flex } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Secondary, Warning } from '~/parts/text';
import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { monthWords } from './words';

type Charge = components['schemas']['ChargeList']['items'][number];

/** What the month costs beside its misses: credits by its attainment, delays, interest. Nothing where there is none. */
export function ChargesPanel({ period }: { readonly period: string }) {
  const t = useWords(monthWords);
  const { id: contract } = useContract();
  const { data } = api.useQuery('get', '/api/v1/contracts/{contract}/charges', {
    params: { path: { contract }, query: { period, limit: 200 } },
  });
  const columns = useChargeColumns();
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('charges')}>
      <DataTable
        caption={t('charges')}
        columns={columns}
        rows={data.items}
        rowKey={({ consequence, key, at }) => `${consequence} ${key} ${at}`}
      />
    </Panel>
  );
}

function useChargeColumns(): Column<Charge>[] {
  const t = useWords(monthWords);
  const common = useWords(commonWords);
  const { money } = useFormats();
  return [
    {
      key: 'on',
      title: t('charge'),
      cell: ({ on, key }) => (
        <Flex vertical>
          <span>{t(`on.${on}`)}</span>
          <Secondary>{key}</Secondary>
        </Flex>
      ),
    },
    { key: 'clause', title: t('clause'), isExtra: true, cell: ({ clause }) => clause },
    { key: 'owedBy', title: t('owedBy'), cell: ({ owedBy }) => common(`party.${owedBy}`) },
    {
      key: 'amount',
      title: t('amount'),
      align: 'end',
      cell: ({ amount, full, capped, fixed }) => (
        <Flex vertical align="flex-end">
          <span>{money(amount)}</span>
          {capped && <Secondary>{t('ofFull', { full: money(full) })}</Secondary>}
          {!fixed && <Warning>{t('accruing')}</Warning>}
        </Flex>
      ),
    },
  ];
}
