import { useId } from 'react';
import { Button, Input, Select } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { ReceiptLink } from './links';
import { receiptWords } from './receipt-words';
import { KINDS, type ReceiptKind } from './routes';
import { type OfContract, useAuditSearch } from './shared';
import { useWhat } from './use-what';
import { auditWords } from './words';

type Receipt = components['schemas']['DecisionReceipt'];

/** Every decision of a contract, and the way to why. */
export function Decisions({ contract, zone }: OfContract) {
  const t = useWords(auditWords);
  const columns = useColumns({ contract, zone });
  const { search } = useAuditSearch(contract);
  const query = {
    order: 'desc' as const,
    ...(search.kind && { kind: search.kind }),
    ...(search.request !== undefined && { request: search.request }),
    ...(search.period !== undefined && { period: search.period }),
  };
  const path = { contract };
  return (
    <Panel title={t('tab.decisions')} extra={<Filters contract={contract} />}>
      <PagedTable<Receipt>
        caption={t('tab.decisions')}
        columns={columns}
        rowKey={({ id }) => id}
        queryKey={['get', '/api/v1/contracts/{contract}/receipts', { params: { path, query } }]}
        page={(cursor) =>
          answered(
            client.GET('/api/v1/contracts/{contract}/receipts', {
              params: { path, query: { ...query, limit: 50, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={<Teach title={t('noDecisions')} help={t('noDecisionsHelp')} />}
      />
    </Panel>
  );
}

function useColumns({ contract, zone }: OfContract): readonly Column<Receipt>[] {
  const t = useWords(auditWords);
  const names = useWords(receiptWords);
  const formats = useFormats();
  const whatOf = useWhat(zone);
  return [
    { key: 'when', title: t('when'), cell: ({ at }) => formats.instant(at, zone) },
    { key: 'kind', title: t('kind'), isExtra: true, cell: ({ kind }) => names(`kind.${kind}`) },
    {
      key: 'what',
      title: t('what'),
      cell: (receipt) => (
        <>
          <span className="is-narrow-only text-secondary">{names(`kind.${receipt.kind}`)}</span>
          {whatOf(receipt)}
        </>
      ),
    },
    { key: 'request', title: t('request'), isExtra: true, cell: ({ request }) => request ?? '–' },
    { key: 'clause', title: t('clause'), isExtra: true, cell: ({ clause }) => clause },
    {
      key: 'explain',
      title: <span className="only-read">{t('explain')}</span>,
      cell: (receipt) => (
        <ReceiptLink
          contract={contract}
          receipt={receipt.id}
          label={t('explainOf', { what: `${receipt.id} ${whatOf(receipt)}` })}
        >
          <span className="figures">{t('explain')}</span>
        </ReceiptLink>
      ),
    },
  ];
}

function Filters({ contract }: { readonly contract: string }) {
  const t = useWords(auditWords);
  const names = useWords(receiptWords);
  const { search, set } = useAuditSearch(contract);
  const [kind, request] = [useId(), useId()];
  const isNarrowed = search.kind !== undefined || search.request !== undefined || search.period !== undefined;
  return (
    <div className="audit-filters" role="group" aria-label={t('filters')}>
      <label htmlFor={kind}>{t('kind')}</label>
      <Select
        id={kind}
        value={search.kind ?? ''}
        onChange={(next: ReceiptKind | '') => set({ kind: next === '' ? undefined : next })}
        options={[
          { value: '' as const, label: t('anyKind') },
          ...KINDS.map((value) => ({ value, label: names(`kind.${value}`) })),
        ]}
        popupMatchSelectWidth={false}
      />
      <label htmlFor={request}>{t('request')}</label>
      <Input
        id={request}
        key={search.request ?? ''}
        defaultValue={search.request ?? ''}
        placeholder={t('anyRequest')}
        className="audit-request"
        onPressEnter={({ currentTarget }) => set({ request: currentTarget.value.trim() || undefined })}
        onBlur={({ currentTarget }) => {
          const next = currentTarget.value.trim() || undefined;
          if (next !== search.request) set({ request: next });
        }}
      />
      {isNarrowed && (
        <Button onClick={() => set({ kind: undefined, request: undefined, period: undefined })}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}
