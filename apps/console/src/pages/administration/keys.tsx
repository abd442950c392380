import { useState } from 'react';
import { Button, Flex, Popconfirm, Tag } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { useAct } from '~/parts/use-act';
import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { NewAccess } from './new-access';
import { useSecret } from './secret';
import { administrationWords } from './words';

type Key = components['schemas']['Key'];

const PATH = '/api/v1/keys';

/** The keys of programs that were made by the API. */
export function Keys() {
  const t = useWords(administrationWords);
  const [isAsking, setAsking] = useState(false);
  const columns = useColumns();
  return (
    <Panel
      title={t('programs')}
      extra={
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('newKey')}
        </Button>
      }
    >
      <PagedTable
        caption={t('programs')}
        columns={columns}
        rowKey={({ id }) => id}
        queryKey={['get', PATH, {}]}
        page={(cursor) => answered(client.GET(PATH, { params: { query: { ...(cursor && { cursor }) } } }))}
        empty={<Teach title={t('keysNone')} help={t('keysNoneHelp')} />}
      />
      {isAsking && (
        <NewAccess
          title={t('newKey')}
          make={async ({ login: _, ...access }) =>
            (await answered(client.POST(PATH, { body: access }))).secret
          }
          onClose={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}

function useColumns(): Column<Key>[] {
  const t = useWords(administrationWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  return [
    { key: 'name', title: t('name'), cell: ({ name }) => name },
    {
      key: 'role',
      title: t('role'),
      cell: ({ role, clients }) => (
        <>
          {common(`role.${role}`)} {clients && <Secondary>{clients.join(', ')}</Secondary>}
        </>
      ),
    },
    {
      key: 'used',
      title: t('used'),
      isExtra: true,
      cell: ({ usedAt }) => (usedAt === null ? t('never') : formats.instant(usedAt)),
    },
    { key: 'actions', title: t('actions'), cell: (row) => <Actions row={row} /> },
  ];
}

function Actions({ row: { id, name, revokedAt } }: { readonly row: Key }) {
  const t = useWords(administrationWords);
  const show = useSecret();
  const params = { path: { key: id } };
  const revoke = useAct({
    act: () => answered(client.POST('/api/v1/keys/{key}/revocation', { params })),
    done: t('done'),
  });
  const rotate = useAct({
    act: () => answered(client.POST('/api/v1/keys/{key}/rotation', { params, body: {} })),
    onDone: ({ secret }) => show(secret),
  });
  const error = revoke.error ?? rotate.error;
  if (revokedAt !== null) return <Tag color="error">{t('revoked')}</Tag>;
  return (
    <Flex gap="small" wrap>
      <Popconfirm title={t('sureRotate')} onConfirm={() => rotate.mutate()}>
        <Button size="small">{t('rotate')}</Button>
      </Popconfirm>
      <Popconfirm title={t('sureRevoke', { name })} onConfirm={() => revoke.mutate()}>
        <Button size="small" danger>
          {t('revoke')}
        </Button>
      </Popconfirm>
      {error !== null && <ProblemAlert error={error} />}
    </Flex>
  );
}
