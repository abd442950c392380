import { Link } from '@tanstack/react-router';
import { Tag } from 'antd';
import { api } from '~/api/api';
import { type components } from '#client/openapi';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { type OfRequest } from './request';
import { requestWords } from './request-words';

type Miss = components['schemas']['Miss'];

/** What was missed, what it costs, and the way to why. */
export function Misses({ request, zone }: OfRequest) {
  const t = useWords(requestWords);
  const { contract } = request;
  const query = api.useQuery('get', '/api/v1/contracts/{contract}/misses', {
    params: { path: { contract }, query: { request: request.request } },
  });
  const columns = useColumns(contract, zone);
  return (
    <Panel title={t('misses')}>
      <Asked query={query} rows={2}>
        {({ items }) => (
          <DataTable
            caption={t('misses')}
            columns={columns}
            rows={items}
            rowKey={({ target, at }) => `${target} ${at}`}
            empty={
              <>
                <strong>{t('noMisses')}</strong>
                <div>
                  <Secondary>{t('noMissesHelp')}</Secondary>
                </div>
              </>
            }
          />
        )}
      </Asked>
    </Panel>
  );
}

function useColumns(contract: string, zone: string): readonly Column<Miss>[] {
  const t = useWords(requestWords);
  const formats = useFormats();
  const names = useSlaNames();
  return [
    { key: 'target', title: t('target'), cell: ({ target }) => names.target(target) },
    { key: 'at', title: t('missedAt'), isExtra: true, cell: ({ at }) => formats.instant(at, zone) },
    { key: 'period', title: t('period'), cell: ({ period }) => formats.month(period) },
    {
      key: 'penalty',
      title: t('penalty'),
      align: 'end',
      cell: (miss) => (
        <>
          <strong>{formats.money(miss.penalty)}</strong>
          <Standing miss={miss} />
          <Why contract={contract} decision={miss.decision} />
        </>
      ),
    },
  ];
}

/** The way to the receipt of the penalty, once it is fixed. */
function Why({ contract, decision }: { readonly contract: string; readonly decision: string | null }) {
  const t = useWords(requestWords);
  if (decision === null) return null;
  return (
    <Link
      to="/contracts/$contract/audit"
      params={{ contract }}
      search={{ receipt: `${decision.split('/').at(-1)}-penalty` }}
    >
      {t('whyCharged')}
    </Link>
  );
}

function Standing({ miss }: { readonly miss: Miss }) {
  const t = useWords(requestWords);
  const { fixed, capped, counted, waiver } = miss;
  return (
    <div>
      <Secondary>{fixed ? t('fixed') : t('accruing')}</Secondary> {capped && <Tag>{t('capped')}</Tag>}
      {!counted && <Tag>{t('notCounted')}</Tag>}
      {waiver && <Tag color="blue">{t('waived', { by: waiver.by, reason: waiver.reason })}</Tag>}
    </div>
  );
}
