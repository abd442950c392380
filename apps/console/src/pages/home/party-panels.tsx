import { Link } from '@tanstack/react-router';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Clock } from '~/parts/clock-switch';
import { ContractLink, RequestLink } from '~/parts/contract-link';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { ContractStatusTag } from '~/parts/tags';
import { PriorityTag } from '~/parts/sla-tags';
import { Teach } from '~/parts/teach';
import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { homeWords } from './words';

const SHOWN = 10;

/** A client's own requests that are not resolved yet. */
export function OwnRequestsPanel({ clock }: { readonly clock: Clock }) {
  const t = useWords(homeWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  const requests = api.useQuery('get', '/api/v1/requests', {
    params: { query: { clock, status: 'open', limit: SHOWN } },
  });
  const columns: Column<components['schemas']['RequestSummary']>[] = [
    { key: 'request', title: t('request'), cell: (row) => <RequestLink {...row} /> },
    { key: 'contract', title: t('contract'), isExtra: true, cell: ({ contract }) => contract },
    { key: 'priority', title: t('priority'), cell: ({ priority }) => <PriorityTag priority={priority} /> },
    {
      key: 'deadline',
      title: t('deadline'),
      cell: ({ nextDeadlineAt }) => nextDeadlineAt && formats.instant(nextDeadlineAt),
    },
  ];
  return (
    <Panel title={t('myRequests')} extra={<Link to="/requests">{common('requests')}</Link>}>
      <Asked query={requests}>
        {({ items }) => (
          <DataTable
            caption={t('myRequests')}
            columns={columns}
            rows={items}
            rowKey={({ contract, request }) => `${contract}/${request}`}
            empty={<Teach title={t('myRequestsEmpty')} help={t('myRequestsEmptyHelp')} />}
          />
        )}
      </Asked>
    </Panel>
  );
}

/** A client's own contracts. */
export function OwnContractsPanel({ clock }: { readonly clock: Clock }) {
  const t = useWords(homeWords);
  const formats = useFormats();
  const contracts = api.useQuery('get', '/api/v1/contracts', { params: { query: { clock, limit: SHOWN } } });
  const columns: Column<components['schemas']['ContractSummary']>[] = [
    { key: 'contract', title: t('contract'), cell: ({ id }) => <ContractLink contract={id} /> },
    { key: 'status', title: t('status'), cell: ({ status }) => <ContractStatusTag status={status} /> },
    {
      key: 'used',
      title: t('used'),
      align: 'end',
      cell: ({ penaltiesUsed }) => formats.money(penaltiesUsed),
    },
  ];
  return (
    <Panel title={t('myContracts')}>
      <Asked query={contracts}>
        {({ items }) => (
          <DataTable
            caption={t('myContracts')}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
            empty={<Teach title={t('myContractsEmpty')} help={t('myContractsEmptyHelp')} />}
          />
        )}
      </Asked>
    </Panel>
  );
}
