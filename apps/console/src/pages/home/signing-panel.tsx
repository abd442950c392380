import { Link } from '@tanstack/react-router';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Clock } from '~/parts/clock-switch';
import { ContractLink } from '~/parts/contract-link';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { ContractStatusTag } from '~/parts/tags';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { homeWords } from './words';

type Row = components['schemas']['ContractSummary'];

const SHOWN = 10;

/** Contracts that are not concluded yet. */
export function SigningPanel({ clock }: { readonly clock: Clock }) {
  const t = useWords(homeWords);
  const formats = useFormats();
  const of = (status: 'draft' | 'signing') => ({ params: { query: { status, clock, limit: SHOWN } } });
  const drafts = api.useQuery('get', '/api/v1/contracts', of('draft'));
  const signing = api.useQuery('get', '/api/v1/contracts', of('signing'));
  const columns: Column<Row>[] = [
    { key: 'contract', title: t('contract'), cell: ({ id }) => <ContractLink contract={id} /> },
    { key: 'client', title: t('client'), cell: ({ clientName }) => clientName },
    { key: 'status', title: t('status'), cell: ({ status }) => <ContractStatusTag status={status} /> },
    {
      key: 'until',
      title: t('signUntil'),
      isExtra: true,
      cell: ({ nextDeadlineAt }) => nextDeadlineAt && formats.instant(nextDeadlineAt),
    },
  ];
  return (
    <Panel
      title={t('toContracts')}
      about={t('toContractsHelp')}
      extra={<Link to="/contracts/new">{t('newContract')}</Link>}
    >
      <Asked query={signing}>
        {({ items }) => (
          <DataTable
            caption={t('toContracts')}
            columns={columns}
            rows={[...items, ...(drafts.data?.items ?? [])]}
            rowKey={({ id }) => id}
            empty={<Teach title={t('toContractsEmpty')} help={t('toContractsEmptyHelp')} />}
          />
        )}
      </Asked>
    </Panel>
  );
}
