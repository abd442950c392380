import { useState } from 'react';
import { Button, Flex, Popconfirm, Tag } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { useNow } from '~/parts/now';
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

type Account = components['schemas']['Account'];

const PATH = '/api/v1/accounts';

/** The accounts of people. */
export function People() {
  const t = useWords(administrationWords);
  const [isAsking, setAsking] = useState(false);
  const columns = useColumns();
  return (
    <Panel
      title={t('people')}
      extra={
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('newPerson')}
        </Button>
      }
    >
      <PagedTable
        caption={t('people')}
        columns={columns}
        rowKey={({ id }) => id}
        queryKey={['get', PATH, {}]}
        page={(cursor) => answered(client.GET(PATH, { params: { query: { ...(cursor && { cursor }) } } }))}
        empty={<Teach title={t('peopleNone')} help={t('peopleNoneHelp')} />}
      />
      {isAsking && (
        <NewAccess
          title={t('newPerson')}
          hasLogin
          make={async ({ login = '', ...access }) =>
            (await answered(client.POST(PATH, { body: { login, ...access } }))).oneTimePassword
          }
          onClose={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}

function useColumns(): Column<Account>[] {
  const t = useWords(administrationWords);
  const common = useWords(commonWords);
  return [
    {
      key: 'name',
      title: t('name'),
      cell: ({ name, login }) => (
        <>
          {name}
          <div className="text-secondary">{login}</div>
        </>
      ),
    },
    {
      key: 'role',
      title: t('role'),
      cell: ({ role, clients }) => (
        <>
          {common(`role.${role}`)} {clients && <Secondary>{clients.join(', ')}</Secondary>}
        </>
      ),
    },
    { key: 'state', title: t('state'), isExtra: true, cell: (account) => <State account={account} /> },
    { key: 'actions', title: t('actions'), cell: (account) => <Actions account={account} /> },
  ];
}

function State({ account: { disabledAt, expiresAt, oneTimeUntil } }: { readonly account: Account }) {
  const t = useWords(administrationWords);
  const formats = useFormats();
  const now = useNow();
  const isOver = expiresAt !== null && Date.parse(expiresAt) < now;
  if (disabledAt !== null) return <Tag color="error">{t('disabled')}</Tag>;
  if (isOver) return <Tag color="warning">{t('ended')}</Tag>;
  return (
    <>
      <Tag color="success">{t('active')}</Tag> {expiresAt && <Secondary>{formats.date(expiresAt)}</Secondary>}
      {oneTimeUntil && <Secondary>{t('oneTime')}</Secondary>}
    </>
  );
}

function Actions({ account: { id, name, disabledAt } }: { readonly account: Account }) {
  const t = useWords(administrationWords);
  const show = useSecret();
  const params = { path: { account: id } };
  const turn = useAct({
    act: () =>
      disabledAt === null
        ? answered(client.POST('/api/v1/accounts/{account}/disabling', { params }))
        : answered(client.POST('/api/v1/accounts/{account}/enabling', { params })),
    done: t('done'),
  });
  const reset = useAct({
    act: () => answered(client.POST('/api/v1/accounts/{account}/password-reset', { params })),
    onDone: ({ oneTimePassword }) => show(oneTimePassword),
  });
  const error = turn.error ?? reset.error;
  return (
    <Flex gap="small" wrap>
      {disabledAt === null ? (
        <Popconfirm title={t('sureDisable', { name })} onConfirm={() => turn.mutate()}>
          <Button size="small">{t('disable')}</Button>
        </Popconfirm>
      ) : (
        <Button size="small" onClick={() => turn.mutate()}>
          {t('enable')}
        </Button>
      )}
      <Popconfirm title={t('sureReset', { name })} onConfirm={() => reset.mutate()}>
        <Button size="small">{t('reset')}</Button>
      </Popconfirm>
      {error !== null && <ProblemAlert error={error} />}
    </Flex>
  );
}
