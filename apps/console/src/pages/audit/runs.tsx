import { useState } from 'react';
import { Alert, Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { HashText } from '~/parts/hash-text';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { fetchBytes } from '~/parts/save-file';
import { Teach } from '~/parts/teach';
import { Danger, Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { hashOf } from './hash-of';
import { ledgerWords } from './ledger-words';
import { type OfContract } from './shared';
import { TemporalLink } from './temporal-link';

type Run = components['schemas']['HistoryRun'];

/** The histories themselves, for tools that read Temporal's own format. */
export function Runs({ contract, zone }: OfContract) {
  const t = useWords(ledgerWords);
  const columns = useColumns(zone);
  const [isComplete, setComplete] = useState(true);
  const path = { contract };
  return (
    <Panel title={t('runs')} about={t('runsAbout')}>
      {!isComplete && <Alert type="warning" showIcon title={t('incomplete')} />}
      <PagedTable<Run>
        caption={t('runs')}
        columns={columns}
        rowKey={({ run }) => run}
        queryKey={['get', '/api/v1/contracts/{contract}/histories', { params: { path } }]}
        page={async (cursor) => {
          const page = await answered(
            client.GET('/api/v1/contracts/{contract}/histories', {
              params: { path, query: { limit: 50, order: 'desc', ...(cursor !== undefined && { cursor }) } },
            }),
          );
          setComplete(page.isComplete);
          return page;
        }}
        empty={<Teach title={t('noRuns')} help={t('noneHelp')} />}
      />
    </Panel>
  );
}

function useColumns(zone: string): readonly Column<Run>[] {
  const t = useWords(ledgerWords);
  const formats = useFormats();
  return [
    {
      key: 'workflow',
      title: t('workflow'),
      cell: ({ owner, run, address, temporalUi }) => (
        <>
          {owner}
          <div>
            <a href={address} target="_blank" rel="noreferrer" aria-label={`${t('raw')}: ${run}`}>
              {t('raw')}
            </a>
            {temporalUi !== null && (
              <>
                {' · '}
                <TemporalLink address={temporalUi} run={run} />
              </>
            )}
          </div>
        </>
      ),
    },
    {
      key: 'status',
      title: t('status'),
      cell: ({ status }) => (status === null ? t('running') : t(`runStatus.${status}`)),
    },
    {
      key: 'events',
      title: t('eventCount'),
      align: 'end',
      isExtra: true,
      cell: ({ events }) => (events === null ? '–' : formats.number(events)),
    },
    {
      key: 'started',
      title: t('started'),
      isExtra: true,
      cell: ({ startedAt }) => formats.instant(startedAt, zone),
    },
    { key: 'hash', title: t('hash'), cell: (run) => <Hash run={run} /> },
  ];
}

/** The hash of an exported run, and whether its bytes fit it: reckoned here, in the page. */
function Hash({ run: { sha256, address } }: { readonly run: Run }) {
  const t = useWords(ledgerWords);
  const check = useMutation({ mutationFn: async () => hashOf(await fetchBytes(address)) });
  if (sha256 === null) return <Secondary>{t('notExported')}</Secondary>;
  return (
    <>
      <HashText hash={sha256} />
      <div aria-live="polite">
        {check.data === undefined && (
          <Button size="small" loading={check.isPending} onClick={() => check.mutate()}>
            {t('check')}
          </Button>
        )}
        {check.data === sha256 && <span className="text-success">✓ {t('fits')}</span>}
        {check.data !== undefined && check.data !== sha256 && <Danger>✗ {t('differs')}</Danger>}
      </div>
    </>
  );
}
