import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type Version } from './version-page';
import { templateWords } from './words';

type Event = Version['history'][number];

/** Who did what to a version, when and why; each entry carries the hash of what the version was then. */
export function History({ data: { history } }: { readonly data: Version }) {
  const t = useWords(templateWords);
  const formats = useFormats();
  const columns: Column<Event>[] = [
    { key: 'when', title: t('when'), cell: ({ at }) => formats.instant(at) },
    {
      key: 'what',
      title: t('what'),
      cell: ({ action, reason, hash }) => (
        <>
          {action}
          {reason && <div>{reason}</div>}
          <div className="text-secondary">
            <code>{hash.slice(0, 23)}…</code>
          </div>
        </>
      ),
    },
    { key: 'who', title: t('who'), cell: ({ actor }) => actor },
  ];
  return (
    <Panel title={t('tabHistory')}>
      <DataTable
        caption={t('tabHistory')}
        columns={columns}
        rows={history}
        rowKey={({ sequence }) => sequence}
        empty={<Teach title={t('historyNone')} help={t('historyNoneHelp')} />}
      />
    </Panel>
  );
}
