import { Link, useNavigate } from '@tanstack/react-router';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { useSecret } from '../secret';
import { useTypeNames, type Webhook, WEBHOOKS } from './webhook';
import { WebhookDialog } from './webhook-dialog';
import { WebhookState } from './webhook-state';
import { webhookWords } from './words';

/** Where events are sent to, and whether it works. */
export function Webhooks() {
  const t = useWords(webhookWords);
  const mayMake = useMay()('POST /api/v1/webhooks');
  const columns = useColumns();
  return (
    <Panel title={t('title')} about={t('about')} extra={mayMake && <NewWebhook />}>
      <PagedTable
        caption={t('title')}
        columns={columns}
        rowKey={({ id }) => id}
        queryKey={['get', WEBHOOKS, {}]}
        page={(cursor) =>
          answered(client.GET(WEBHOOKS, { params: { query: { ...(cursor && { cursor }) } } }))
        }
        empty={<Teach title={t('none')} help={t('noneHelp')} />}
      />
    </Panel>
  );
}

function NewWebhook() {
  const t = useWords(webhookWords);
  const show = useSecret();
  const navigate = useNavigate();
  return (
    <WebhookDialog
      trigger={t('new')}
      triggerProps={{ type: 'primary' }}
      done={t('made')}
      save={(wish, own) => answered(own.POST(WEBHOOKS, { body: wish }))}
      onDone={({ id, secret }) => {
        void navigate({ to: '/administration/webhooks/$webhook', params: { webhook: id } });
        show(secret);
      }}
    />
  );
}

function useColumns(): Column<Webhook>[] {
  const t = useWords(webhookWords);
  return [
    {
      key: 'url',
      title: t('url'),
      cell: ({ id, url, description }) => (
        <>
          <Link to="/administration/webhooks/$webhook" params={{ webhook: id }} className="any-break">
            {description || url}
          </Link>
          {description !== '' && <div className="text-secondary any-break">{url}</div>}
        </>
      ),
    },
    {
      key: 'types',
      title: t('types'),
      isExtra: true,
      cell: ({ types }) => <Types types={types} />,
    },
    {
      key: 'clients',
      title: t('clients'),
      isExtra: true,
      cell: ({ clients }) => clients?.join(', ') ?? t('allClients'),
    },
    { key: 'state', title: t('state'), cell: (webhook) => <WebhookState webhook={webhook} /> },
  ];
}

const NAMED = 2;

function Types({ types }: { readonly types: Webhook['types'] }) {
  const t = useWords(webhookWords);
  const typeNames = useTypeNames();
  if (types === null) return t('allTypes');
  const named = typeNames(types.slice(0, NAMED)).join(t('comma'));
  return types.length <= NAMED ? named : t('andMore', { named, count: types.length - NAMED });
}
