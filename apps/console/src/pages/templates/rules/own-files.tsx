import { useMemo } from 'react';
import { Button } from 'antd';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { useWords } from '~/words/words';
import { type Files } from '../files';
import { type Decided, decidedBy, withOwn, withoutOwn, withoutSame } from './own-files-text';
import { ruleWords } from './words';

interface Props {
  readonly base: { readonly id: string; readonly version: string };
  readonly files: Files;
  readonly onChange: (files: Files) => void;
  readonly onOpen: (file: string) => void;
}

/** What a variant decides otherwise than its base: rule sets and targets of its own, each a copy to begin with. */
export function OwnFiles({ base, files, onChange, onOpen }: Props) {
  const t = useWords(ruleWords);
  const query = useBasePackage(base);
  return (
    <Panel title={t('ownFiles')} about={t('ownFilesHelp')}>
      <Asked query={query}>
        {({ files: theirs }) => (
          <Decisions {...{ files, onOpen, onChange }} base={theirs} rows={decidedBy(files, theirs)} />
        )}
      </Asked>
    </Panel>
  );
}

/** The package that a variant extends. */
function useBasePackage(base: Props['base'] | null) {
  const { id = '', version = '' } = base ?? {};
  return api.useQuery(
    'get',
    '/api/v1/templates/{template}/versions/{version}/package',
    { params: { path: { template: id, version } } },
    { enabled: base !== null },
  );
}

/** The files as they are sent: of a variant without the copies in which nothing differs yet. */
export function useDifferences(files: Files, base: Props['base'] | null): Files {
  const { data } = useBasePackage(base);
  const theirs = data?.files;
  return useMemo(() => (theirs ? withoutSame(files, theirs) : files), [files, theirs]);
}

interface DecisionsProps extends Omit<Props, 'base'> {
  readonly base: Files;
  readonly rows: readonly Decided[];
}

function Decisions({ base, files, rows, onChange, onOpen }: DecisionsProps) {
  const t = useWords(ruleWords);
  const nameOf = ({ name, isTargets }: Decided) => (isTargets ? t('targetsName') : name);
  const make = (row: Decided) => {
    onChange(withOwn(files, base, row));
    if (row.theirs !== undefined) onOpen(row.theirs);
  };
  const columns: Column<Decided>[] = [
    { key: 'name', title: t('ruleSet'), cell: nameOf },
    {
      key: 'from',
      title: t('from'),
      cell: ({ own }) =>
        own === undefined ? (
          <span className="text-secondary">{t('asBase')}</span>
        ) : (
          <Button type="link" className="flush" onClick={() => onOpen(own)}>
            {t('ownFile', { file: own })}
          </Button>
        ),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (row) =>
        row.own === undefined ? (
          row.theirs !== undefined && (
            <Button aria-label={t('makeOwn', { name: nameOf(row) })} onClick={() => make(row)}>
              {t('makeOwnShort')}
            </Button>
          )
        ) : (
          <Button
            aria-label={t('toBase', { name: nameOf(row) })}
            onClick={() => onChange(withoutOwn(files, row))}
          >
            {t('toBaseShort')}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('ownFiles')}
      columns={columns}
      rows={rows}
      rowKey={({ name, isTargets }) => `${String(isTargets)} ${name}`}
    />
  );
}
