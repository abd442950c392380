import { lazy, Suspense, useState } from 'react';
import { Button, Skeleton } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { Figure, FigureRow } from '~/parts/figure';
import { type Clock, ClockSwitch } from '~/parts/clock-switch';
import { PageHead } from '~/parts/page-head';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { ClientTable } from './client-table';
import { downloadCsv } from './csv';
import { reportWords } from './words';

const Charts = lazy(() => import('./charts'));

export type Portfolio = components['schemas']['Portfolio'];

/** All contracts together, by client, as figures and as pictures. */
export function ReportsPage() {
  const t = useWords(reportWords);
  const [clock, setClock] = useState<Clock>('real');
  const query = api.useQuery('get', '/api/v1/portfolio', { params: { query: { clock } } });
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('about')}
        extra={<ClockSwitch value={clock} onChange={setClock} />}
      />
      <Asked query={query} rows={8}>
        {(data) =>
          data.clients.length === 0 ? (
            <Panel title={t('byClient')}>
              <Teach title={t('empty')} help={t('emptyHelp')} />
            </Panel>
          ) : (
            <Figures data={data} />
          )
        }
      </Asked>
    </>
  );
}

function Figures({ data }: { readonly data: Portfolio }) {
  const t = useWords(reportWords);
  const formats = useFormats();
  const { contracts, openRequests, serviceLevel, penalties, money } = data.total;
  const { met, missed, attainmentPercent } = serviceLevel;
  return (
    <>
      <FigureRow>
        <Figure label={t('contracts')} value={formats.number(contracts['active'] ?? 0)} />
        <Figure label={t('openRequests')} value={formats.number(openRequests.total)} />
        <Figure
          label={t('attainment')}
          value={attainmentPercent === null ? t('none') : t('percent', { value: attainmentPercent })}
          help={t('attainmentHelp', { met, missed })}
        />
        <Figure
          label={t('penalties')}
          value={formats.money(penalties.fixed)}
          help={t('penaltiesHelp', { accruing: formats.money(penalties.accruing) })}
        />
        <Figure label={t('outstanding')} value={formats.money(money.outstanding)} />
        <Figure
          label={t('overdue')}
          value={formats.money(money.overdue)}
          tone={money.overdueInvoices > 0 ? 'danger' : undefined}
        />
      </FigureRow>
      <Panel
        title={t('byClient')}
        extra={
          <Button onClick={() => downloadCsv(`pacta-${data.clock}.csv`, data.clients)}>{t('export')}</Button>
        }
      >
        <ClientTable rows={data.clients} />
      </Panel>
      <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
        <Charts clients={data.clients} />
      </Suspense>
    </>
  );
}
