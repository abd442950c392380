import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { FileDrop } from '~/parts/file-drop';
import { HashText } from '~/parts/hash-text';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Secondary } from '~/parts/text';
import { useAct } from '~/parts/use-act';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { attachmentWords } from './attachment-words';
import { type OfRequest } from './request';

type Attachment = components['schemas']['Attachment'];

/** Files that belong to a request. */
export function Attachments({ request, zone }: OfRequest) {
  const t = useWords(attachmentWords);
  const may = useMay();
  const path = { contract: request.contract, request: request.request };
  const query = api.useQuery('get', '/api/v1/contracts/{contract}/requests/{request}/attachments', {
    params: { path, query: { limit: 200 } },
  });
  const columns = useColumns(zone);
  const add = useAct({
    act: (file: File, client) =>
      answered(
        client.POST('/api/v1/contracts/{contract}/requests/{request}/attachments', {
          params: { path, query: { fileName: file.name } },
          body: file as unknown as string,
          bodySerializer: () => file,
          headers: { 'content-type': 'application/octet-stream' },
        }),
      ),
    done: t('added'),
  });
  return (
    <Panel title={t('title')}>
      <Asked query={query} rows={2}>
        {({ items }) => (
          <DataTable
            caption={t('title')}
            columns={columns}
            rows={items}
            rowKey={({ sha256, source }) => `${sha256} ${source}`}
            empty={
              <p>
                {t('none')} <Secondary>{t('noneHelp')}</Secondary>
              </p>
            }
          />
        )}
      </Asked>
      {add.error !== null && <ProblemAlert error={add.error} />}
      {may('POST /api/v1/contracts/:contract/requests/:request/attachments') && (
        <FileDrop
          label={t('add')}
          help={t('addHelp')}
          isBusy={add.isPending}
          onFile={(file) => add.mutate(file)}
        />
      )}
    </Panel>
  );
}

function useColumns(zone: string): readonly Column<Attachment>[] {
  const t = useWords(attachmentWords);
  const formats = useFormats();
  return [
    {
      key: 'file',
      title: t('file'),
      cell: ({ address, fileName, source }) => (
        <>
          <a href={address} download={fileName}>
            {fileName}
          </a>{' '}
          <Secondary>{t(`source.${source}`)}</Secondary>
        </>
      ),
    },
    {
      key: 'size',
      title: t('size'),
      align: 'end',
      cell: ({ size }) => `${formats.number(Math.max(1, Math.round(size / 1024)))} KiB`,
    },
    {
      key: 'by',
      title: t('by'),
      isExtra: true,
      cell: ({ addedBy, addedAt }) => `${addedBy} · ${formats.instant(addedAt, zone)}`,
    },
    { key: 'hash', title: t('hash'), isExtra: true, cell: ({ sha256 }) => <HashText hash={sha256} /> },
  ];
}
