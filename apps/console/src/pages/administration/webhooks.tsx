import { Tag } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { administrationWords } from './words';

type Webhook = components['schemas']['Webhook'];

const PATH = '/api/v1/webhooks';

/** Where events are sent to. Programs register themselves; people see whether it works. */
export function Webhooks() {
  const t = useWords(administrationWords);
  const columns: Column<Webhook>[] = [
    {
      key: 'url',
      title: t('url'),
      cell: ({ url, description }) => (
        <>
          {url}
          <div className="text-secondary">{description}</div>
        </>
      ),
    },
    {
      key: 'types',
      title: t('types'),
      isExtra: true,
      cell: ({ types }) => types?.join(', ') ?? t('allTypes'),
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ status, disabledBecause }) => (
        <>
          <Tag color={status === 'enabled' ? 'success' : 'error'}>
            {status === 'enabled' ? t('active') : t('disabled')}
          </Tag>
          {disabledBecause}
        </>
      ),
    },
  ];
  return (
    <Panel title={t('webhooks')}>
      <PagedTable
        caption={t('webhooks')}
        columns={columns}
        rowKey={({ id }) => id}
        queryKey={['get', PATH, {}]}
        page={(cursor) => answered(client.GET(PATH, { params: { query: { ...(cursor && { cursor }) } } }))}
        empty={<Teach title={t('hooksNone')} help={t('hooksNoneHelp')} />}
      />
    </Panel>
  );
}
