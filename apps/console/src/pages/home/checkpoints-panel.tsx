import { Link } from '@tanstack/react-router';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { homeWords } from './words';

type Checkpoint = components['schemas']['Checkpoint'];

const SHOWN = 5;

/** The latest statements of what is on record. */
export function CheckpointsPanel() {
  const t = useWords(homeWords);
  const formats = useFormats();
  const checkpoints = api.useQuery('get', '/api/v1/checkpoints', {
    params: { query: { order: 'desc', limit: SHOWN } },
  });
  const columns: Column<Checkpoint>[] = [
    { key: 'number', title: '#', cell: ({ sequence }) => sequence },
    { key: 'taken', title: t('taken'), cell: ({ at }) => formats.instant(at) },
    { key: 'ledgers', title: t('ledgers'), align: 'end', cell: ({ size }) => formats.number(size) },
    {
      key: 'key',
      title: t('key'),
      isExtra: true,
      cell: ({ keyFingerprint }) => <code>{keyFingerprint.slice(0, 19)}…</code>,
    },
  ];
  return (
    <Panel
      title={t('checkpoints')}
      about={t('checkpointsHelp')}
      extra={<Link to="/audit">{t('toAudit')}</Link>}
    >
      <Asked query={checkpoints}>
        {({ items }) => (
          <DataTable
            caption={t('checkpoints')}
            columns={columns}
            rows={items}
            rowKey={({ sequence }) => sequence}
            empty={<Teach title={t('checkpointsEmpty')} help={t('checkpointsEmptyHelp')} />}
          />
        )}
      </Asked>
    </Panel>
  );
}
