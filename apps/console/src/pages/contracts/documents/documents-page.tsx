import { useState } from 'react';
import { Button } from 'antd';
import { DownloadOutlined } from '@ant-design/icons';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { documentKey, useDocumentColumns } from './documents-table';
import { UnfinishedPanel } from './unfinished-panel';
import { type Wish, Wishes } from './wishes';
import { documentWords } from './words';

/** Everything that was set on paper. */
export function DocumentsPage() {
  const t = useWords(documentWords);
  const may = useMay();
  const { id: contract } = useContract();
  const [wish, setWish] = useState<Wish>({});
  const columns = useDocumentColumns();
  const isWhole = Object.keys(wish).length === 0;
  return (
    <>
      <Panel
        title={t('title')}
        about={t('about')}
        extra={may('GET /api/v1/contracts/:contract/archive') && <Archive contract={contract} />}
      >
        <Wishes wish={wish} onChange={setWish} />
        <PagedTable
          caption={t('title')}
          columns={columns}
          rowKey={documentKey}
          queryKey={[
            'get',
            '/api/v1/contracts/{contract}/documents',
            { params: { path: { contract }, query: { ...wish, order: 'desc' } } },
          ]}
          page={(cursor) =>
            answered(
              client.GET('/api/v1/contracts/{contract}/documents', {
                params: {
                  path: { contract },
                  query: { ...wish, order: 'desc', ...(cursor !== undefined && { cursor }) },
                },
              }),
            )
          }
          empty={<Teach title={isWhole ? t('none') : t('noneOfKind')} help={t('noneHelp')} />}
        />
      </Panel>
      <UnfinishedPanel contract={contract} />
    </>
  );
}

function Archive({ contract }: { readonly contract: string }) {
  const t = useWords(documentWords);
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      href={`/api/v1/contracts/${encodeURIComponent(contract)}/archive`}
      download
      title={t('archiveHelp')}
    >
      {t('archive')}
    </Button>
  );
}
