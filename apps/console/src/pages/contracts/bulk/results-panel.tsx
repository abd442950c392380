import { Link } from '@tanstack/react-router';
import { Select, Tag } from 'antd';
import { type Column } from '~/parts/data-table';
import { FaultList } from '~/parts/fault-list';
import { useFaultWords } from '~/parts/fault-words';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { useProblemTitle } from '~/parts/problem-alert';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { keptLines } from './kept-lines';
import { type LineStatus, type Result, RESULTS, resultsPage } from './results';
import { isOver, LOOK_MILLISECONDS, type Operation } from './start';
import { bulkWords } from './words';

const STATUSES = ['waiting', 'running', 'succeeded', 'failed', 'skipped'] as const;
const COLOURS: Readonly<Record<LineStatus, string>> = {
  waiting: 'default',
  running: 'processing',
  succeeded: 'success',
  failed: 'error',
  skipped: 'warning',
};

interface Props {
  readonly operation: Operation;
  readonly status: LineStatus | 'all';
  readonly onStatus: (status: LineStatus | 'all') => void;
}

/** What each contract came to, and why one failed: as the call for it alone would have been answered. */
export function ResultsPanel({ operation, status, onStatus }: Props) {
  const t = useWords(bulkWords);
  const common = useWords(commonWords);
  const columns = useColumns(operation.id);
  const { id } = operation;
  const path = { operation: id };
  const query = status === 'all' ? {} : { status };
  return (
    <Panel
      title={t('results')}
      extra={
        <Select
          aria-label={t('state')}
          className="wide-field"
          value={status}
          onChange={onStatus}
          options={[
            { value: 'all' as const, label: common('all') },
            ...STATUSES.map((value) => ({ value, label: t(`line.${value}`) })),
          ]}
        />
      }
    >
      <PagedTable
        caption={t('results')}
        columns={columns}
        rowKey={({ number }) => number}
        // Once it is over, what each came to is read a last time.
        queryKey={['get', RESULTS, { params: { path, query } }, isOver(operation)]}
        refetchInterval={isOver(operation) ? 0 : LOOK_MILLISECONDS}
        page={(cursor) => resultsPage(id, { ...query, limit: 50, ...(cursor && { cursor }) })}
        empty={<Teach title={t('noResults')} help={t('noResultsHelp')} />}
      />
    </Panel>
  );
}

function useColumns(operation: string): Column<Result>[] {
  const t = useWords(bulkWords);
  const clients = new Map(keptLines(operation)?.map(({ number, client: name }) => [number, name]));
  return [
    { key: 'number', title: t('number'), cell: ({ number }) => number },
    {
      key: 'reference',
      title: t('reference'),
      cell: ({ number, reference }) => (
        <>
          {reference ?? '–'}
          {clients.has(number) && (
            <div>
              <Secondary>{clients.get(number)}</Secondary>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ status }) => <Tag color={COLOURS[status]}>{t(`line.${status}`)}</Tag>,
    },
    {
      key: 'contract',
      title: t('contract'),
      cell: ({ contract }) =>
        contract === null ? (
          '–'
        ) : (
          <Link to="/contracts/$contract" params={{ contract }}>
            {contract}
          </Link>
        ),
    },
    { key: 'why', title: t('why'), cell: ({ problem }) => problem && <Why problem={problem} /> },
  ];
}

function Why({ problem }: { readonly problem: NonNullable<Result['problem']> }) {
  const titleOf = useProblemTitle();
  const say = useFaultWords();
  const { detail, errors = [] } = problem;
  return (
    <>
      <strong>{titleOf(problem)}</strong>
      {errors.length === 0 ? <div>{say(detail)}</div> : <FaultList faults={errors} />}
    </>
  );
}
