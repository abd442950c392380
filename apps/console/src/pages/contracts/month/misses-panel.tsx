import { Flex } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Secondary, Warning } from '~/parts/text';
import { Teach } from '~/parts/teach';
import { whoText } from '~/parts/who';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { RequestLink } from '~/parts/contract-link';
import { usePriorityName, useTargetName } from '../contract/service-words';
import { WaiverDialogs } from './waiver-dialogs';
import { monthWords } from './words';

export type Miss = components['schemas']['Miss'];

/** The targets that were missed in the month. */
export function MissesPanel({ period }: { readonly period: string }) {
  const t = useWords(monthWords);
  const { id: contract } = useContract();
  const columns = useMissColumns();
  return (
    <Panel title={t('misses')} about={t('missesAbout')}>
      <PagedTable
        caption={t('misses')}
        columns={columns}
        rowKey={({ request, target, at }) => `${request} ${target} ${at}`}
        queryKey={[
          'get',
          '/api/v1/contracts/{contract}/misses',
          { params: { path: { contract }, query: { period } } },
        ]}
        page={(cursor) =>
          answered(
            client.GET('/api/v1/contracts/{contract}/misses', {
              params: { path: { contract }, query: { period, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={<Teach title={t('noMisses')} help={t('noMissesHelp')} />}
      />
    </Panel>
  );
}

function useMissColumns(): Column<Miss>[] {
  const t = useWords(monthWords);
  const { short } = useFormats();
  const { id, terms } = useContract();
  const target = useTargetName();
  const priority = usePriorityName();
  return [
    {
      key: 'request',
      title: t('request'),
      cell: (miss) => (
        <Flex vertical>
          {/* A miss of the contract itself, a late report, has a name of two words. */}
          {miss.request.includes(' ') ? miss.request : <RequestLink contract={id} request={miss.request} />}
          <Secondary>{priority(miss.priority)}</Secondary>
        </Flex>
      ),
    },
    {
      key: 'target',
      title: t('target'),
      cell: (miss) => (
        <Flex vertical>
          <span>{target(miss.target)}</span>
          <Secondary>{`${t('due')} ${short(miss.dueAt, terms.zone)}`}</Secondary>
        </Flex>
      ),
    },
    { key: 'penalty', title: t('penalty'), align: 'end', cell: (miss) => <Penalty miss={miss} /> },
    { key: 'waiver', title: '', cell: (miss) => <Waiver miss={miss} /> },
  ];
}

function Penalty({ miss: { penalty, fullPenalty, capped, fixed } }: { readonly miss: Miss }) {
  const t = useWords(monthWords);
  const { money } = useFormats();
  return (
    <Flex vertical align="flex-end">
      <span>{money(penalty)}</span>
      {capped && <Secondary>{t('ofFull', { full: money(fullPenalty) })}</Secondary>}
      {!fixed && <Warning>{t('accruing')}</Warning>}
    </Flex>
  );
}

function Waiver({ miss }: { readonly miss: Miss }) {
  const t = useWords(monthWords);
  const { waiver, proposedWaiver, counted } = miss;
  if (waiver !== null)
    return (
      <span className="text-success">{t('waived', { by: whoText(waiver.by), reason: waiver.reason })}</span>
    );
  return (
    <Flex vertical gap="small" align="flex-start">
      {!counted && <Secondary>{t('notCounted')}</Secondary>}
      {proposedWaiver !== null && (
        <Warning>{t('proposed', { by: whoText(proposedWaiver.by), reason: proposedWaiver.reason })}</Warning>
      )}
      <WaiverDialogs miss={miss} />
    </Flex>
  );
}
