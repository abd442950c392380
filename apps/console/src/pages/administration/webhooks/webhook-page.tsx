import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { Asked } from '~/parts/asked';
import { Facts } from '~/parts/facts';
import { PageHead } from '~/parts/page-head';
import { Panel } from '~/parts/panel';
import { whoText } from '~/parts/who';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { Deliveries } from './deliveries';
import { type ReadWebhook, useTypeNames, useWebhook } from './webhook';
import { WebhookActs } from './webhook-acts';
import { WebhookState } from './webhook-state';
import { webhookWords } from './words';

/** An endpoint: what it hears of, what was sent to it, and what can be done about it. */
export function WebhookPage() {
  const { webhook } = useParams({ from: '/shell/administration/webhooks/$webhook' });
  const query = useWebhook(webhook);
  return <Asked query={query}>{(found) => <Whole found={found} />}</Asked>;
}

function Whole({ found }: { readonly found: ReadWebhook }) {
  const t = useWords(webhookWords);
  const { data } = found;
  const { url, description, status, disabledBecause } = data;
  return (
    <>
      <PageHead
        title={description || url}
        tags={<WebhookState webhook={data} />}
        about={
          <>
            <Link to="/administration" search={{ tab: 'webhooks' }}>
              {t('title')}
            </Link>{' '}
            · <span className="any-break">{url}</span>
          </>
        }
        extra={<WebhookActs webhook={found} />}
      />
      {status === 'disabled' && (
        <Alert
          className="panel-alert"
          type="warning"
          showIcon
          title={t('paused')}
          description={
            <>
              {t('pausedHelp')} {disabledBecause && t('because', { why: disabledBecause })}
            </>
          }
        />
      )}
      <Hears found={found} />
      <Deliveries webhook={data} />
    </>
  );
}

function Hears({ found: { data } }: { readonly found: ReadWebhook }) {
  const t = useWords(webhookWords);
  const formats = useFormats();
  const { types, clients, createdAt, createdBy, id } = data;
  const typeNames = useTypeNames();
  return (
    <Panel title={t('hears')}>
      <Facts
        facts={[
          {
            key: 'types',
            label: t('types'),
            value: types === null ? t('allTypes') : typeNames(types).join(t('comma')),
          },
          { key: 'clients', label: t('clients'), value: clients?.join(', ') ?? t('allClients') },
          {
            key: 'made',
            label: t('madeAt'),
            value: t('by', { name: whoText(createdBy), at: formats.instant(createdAt) }),
          },
          { key: 'id', label: t('id'), value: <code>{id}</code> },
        ]}
      />
    </Panel>
  );
}
