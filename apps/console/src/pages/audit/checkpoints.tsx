import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { answered, everyItem } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { HashText } from '~/parts/hash-text';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { Findings } from './bundle-report';
import { HereProblem } from './here-problem';
import { proofWords } from './proof-words';

type Checkpoint = components['schemas']['Checkpoint'];

/** The signed statements that everything else rests on. */
export function Checkpoints() {
  const t = useWords(proofWords);
  const columns = useColumns();
  const check = useMutation({
    mutationFn: async () => {
      const all: Checkpoint[] = [];
      const pages = everyItem((query) =>
        answered(client.GET('/api/v1/checkpoints', { params: { query: { order: 'asc', ...query } } })),
      );
      for await (const checkpoint of pages) all.push(checkpoint);
      const { checkChain } = await import('./check-proof');
      return { count: all.length, findings: await checkChain(all) };
    },
  });
  return (
    <Panel
      title={t('checkpoints')}
      about={t('checkpointsAbout')}
      extra={
        <Button loading={check.isPending} onClick={() => check.mutate()}>
          {t('checkCheckpoints')}
        </Button>
      }
    >
      <div aria-live="polite">
        {check.error !== null && <HereProblem error={check.error} />}
        {check.data && (
          <Alert
            showIcon
            type={check.data.findings.length === 0 ? 'success' : 'error'}
            title={
              check.data.findings.length === 0
                ? t('checkpointsWhole', { count: check.data.count })
                : t('findings', { count: check.data.findings.length })
            }
            description={check.data.findings.length > 0 && <Findings findings={check.data.findings} />}
          />
        )}
      </div>
      <PagedTable<Checkpoint>
        caption={t('checkpoints')}
        columns={columns}
        rowKey={({ sequence }) => sequence}
        queryKey={['get', '/api/v1/checkpoints', {}]}
        page={(cursor) =>
          answered(
            client.GET('/api/v1/checkpoints', {
              params: { query: { limit: 20, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={<Teach title={t('noCheckpoints')} help={t('noCheckpointsHelp')} />}
      />
    </Panel>
  );
}

function useColumns(): readonly Column<Checkpoint>[] {
  const t = useWords(proofWords);
  const formats = useFormats();
  return [
    { key: 'number', title: t('number'), align: 'end', cell: ({ sequence }) => formats.number(sequence) },
    { key: 'at', title: t('at'), cell: ({ at }) => formats.instant(at) },
    { key: 'size', title: t('size'), align: 'end', isExtra: true, cell: ({ size }) => formats.number(size) },
    { key: 'root', title: t('root'), isExtra: true, cell: ({ root }) => <HashText hash={root} /> },
    { key: 'hash', title: t('hash'), cell: ({ hash }) => <HashText hash={hash} /> },
    {
      key: 'key',
      title: t('key'),
      isExtra: true,
      cell: ({ keyFingerprint, nextPublicKey }) => (
        <>
          <HashText hash={keyFingerprint} />
          {nextPublicKey !== null && <Secondary>{t('nextKey')}</Secondary>}
        </>
      ),
    },
  ];
}
