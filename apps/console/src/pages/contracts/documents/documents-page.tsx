import { useState } from 'react';
import { Button, Flex, Form, Segmented, Select } from 'antd';
import { DownloadOutlined } from '@ant-design/icons';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { documentKey, type Kind, useDocumentColumns } from './documents-table';
import { UnfinishedPanel } from './unfinished-panel';
import { documentWords } from './words';

interface Wish {
  readonly kind?: Kind;
  readonly language?: 'zh-CN' | 'en';
}

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

interface WishesProps {
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}

function Wishes({ wish, onChange }: WishesProps) {
  const t = useWords(documentWords);
  const kinds = Object.keys(documentWords.en.kinds) as Kind[];
  const { kind, language } = wish;
  return (
    <Flex gap="middle" wrap>
      <Form.Item label={t('kind')} htmlFor="document-kind">
        <Select
          id="document-kind"
          className="wide-number"
          value={kind ?? ''}
          options={[
            { value: '', label: t('allKinds') },
            ...kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          ]}
          onChange={(value) =>
            onChange({ ...(language && { language }), ...(value !== '' && { kind: value as Kind }) })
          }
        />
      </Form.Item>
      <Form.Item label={t('language')}>
        <Segmented<'both' | 'zh-CN' | 'en'>
          aria-label={t('language')}
          value={language ?? 'both'}
          options={[
            { value: 'both', label: t('allLanguages') },
            { value: 'zh-CN', label: t('chinese') },
            { value: 'en', label: t('english') },
          ]}
          onChange={(value) =>
            onChange({ ...(kind && { kind }), ...(value !== 'both' && { language: value }) })
          }
        />
      </Form.Item>
    </Flex>
  );
}
