import { Link } from '@tanstack/react-router';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { type Column } from '~/parts/data-table';
import { PageHead } from '~/parts/page-head';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { whoText } from '~/parts/who';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { OperationState } from './operation-state';
import { type Operation } from './start';
import { StartPanel } from './start-panel';
import { bulkWords } from './words';

/** Many contracts by one file, and how far those of before are. */
export function BulkPage() {
  const t = useWords(bulkWords);
  const mayStart = useMay()('POST /api/v1/operations/contract-starts');
  return (
    <>
      <PageHead title={t('title')} about={t('about')} />
      {mayStart && <StartPanel />}
      <Operations />
    </>
  );
}

function Operations() {
  const t = useWords(bulkWords);
  const columns = useColumns();
  return (
    <Panel title={t('operations')}>
      <PagedTable
        caption={t('operations')}
        columns={columns}
        rowKey={({ id }) => id}
        queryKey={['get', '/api/v1/operations', {}]}
        page={(cursor) =>
          answered(client.GET('/api/v1/operations', { params: { query: { ...(cursor && { cursor }) } } }))
        }
        empty={<Teach title={t('none')} help={t('noneHelp')} />}
      />
    </Panel>
  );
}

function useColumns(): Column<Operation>[] {
  const t = useWords(bulkWords);
  const formats = useFormats();
  return [
    {
      key: 'id',
      title: t('operation'),
      cell: ({ id, goal }) => (
        <>
          <Link to="/contracts/bulk/$operation" params={{ operation: id }}>
            {t(`ofGoal.${goal}`)}
          </Link>
          <div>
            <Secondary>{id}</Secondary>
          </div>
        </>
      ),
    },
    {
      key: 'at',
      title: t('at'),
      isExtra: true,
      cell: ({ createdAt, createdBy }) => (
        <>
          {formats.instant(createdAt)}
          <div>
            <Secondary>{whoText(createdBy)}</Secondary>
          </div>
        </>
      ),
    },
    { key: 'state', title: t('state'), cell: (operation) => <OperationState operation={operation} /> },
    {
      key: 'lines',
      title: t('lines'),
      align: 'end',
      cell: ({ succeeded, total }) => `${formats.number(succeeded)} / ${formats.number(total)}`,
    },
  ];
}
