import { useState } from 'react';
import { Alert, Tag } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { actorText } from '~/parts/who';
import { useFormats } from '~/words/formats';
import { useSaid, useWords } from '~/words/words';
import { ledgerWords } from './ledger-words';
import { EntryLink, ReceiptLink } from './links';
import { type OfContract } from './shared';
import { TemporalLink } from './temporal-link';

type Happening = components['schemas']['Happening'];

/** All runs of a contract's workflows told as one. */
export function Happenings({ contract, zone }: OfContract) {
  const t = useWords(ledgerWords);
  const columns = useColumns({ contract, zone });
  const [isComplete, setComplete] = useState(true);
  const path = { contract };
  return (
    <Panel title={t('happenings')} about={t('happeningsAbout')}>
      {!isComplete && <Alert type="warning" showIcon title={t('incomplete')} />}
      <PagedTable<Happening>
        caption={t('happenings')}
        columns={columns}
        rowKey={({ run, events, kind, at }) => `${run} ${events.join()} ${kind} ${at}`}
        queryKey={['get', '/api/v1/contracts/{contract}/histories/timeline', { params: { path } }]}
        page={async (cursor) => {
          const page = await answered(
            client.GET('/api/v1/contracts/{contract}/histories/timeline', {
              params: { path, query: { limit: 50, ...(cursor !== undefined && { cursor }) } },
            }),
          );
          setComplete(page.isComplete);
          return page;
        }}
        empty={<Teach title={t('none')} help={t('noneHelp')} />}
      />
    </Panel>
  );
}

function useColumns({ contract, zone }: OfContract): readonly Column<Happening>[] {
  const t = useWords(ledgerWords);
  const formats = useFormats();
  return [
    {
      key: 'at',
      title: t('at'),
      cell: ({ at }) => <span className="no-wrap">{formats.instant(at, zone)}</span>,
    },
    {
      key: 'what',
      title: t('what'),
      cell: (happening) => <What contract={contract} happening={happening} />,
    },
    {
      key: 'who',
      title: t('who'),
      isExtra: true,
      cell: ({ actor, identity }) => (
        <>
          {actorText(actor ?? 'system', t('system'))}
          {identity !== null && (
            <div>
              <Secondary>{identity}</Secondary>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'workflow',
      title: t('workflow'),
      isExtra: true,
      cell: ({ workflow, run, events, temporalUi }) => (
        <>
          {workflow.startsWith('contract/')
            ? t('ofContract')
            : t('ofRequest', { request: workflow.split('/').at(-1) ?? '' })}
          <div className="no-wrap">
            <Secondary>{t('events', { events: events.join(', ') })}</Secondary>{' '}
            {temporalUi !== null && <TemporalLink address={temporalUi} run={run} />}
          </div>
        </>
      ),
    },
  ];
}

interface WhatProps {
  readonly contract: string;
  readonly happening: Happening;
}

function What({ contract, happening }: WhatProps) {
  const t = useWords(ledgerWords);
  const said = useSaid();
  const { kind, interference, text, lines } = happening;
  const sentence = said({ en: text.en, zh: text['zh-CN'] });
  return (
    <>
      {interference !== null && <Tag color="error">⚠ {t('interference', { what: interference })}</Tag>}
      {kind !== 'turn' && interference === null && <Tag>{t(`happening.${kind}`)}</Tag>}{' '}
      {lines.length > 1 ? null : sentence}
      {lines.length > 0 && (
        <ul className="lines">
          {lines.map((line) => (
            <li key={line.sequence}>
              <EntryLink contract={contract} sequence={line.sequence} />{' '}
              {line.text.en === text.en ? null : said({ en: line.text.en, zh: line.text['zh-CN'] })}{' '}
              {line.receipts.map(({ id, facts }) => (
                <span key={id}>
                  <ReceiptLink contract={contract} receipt={id}>
                    {t('receiptOf', { id })}
                  </ReceiptLink>{' '}
                  <Secondary>({t('facts', { count: facts.length })})</Secondary>{' '}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
