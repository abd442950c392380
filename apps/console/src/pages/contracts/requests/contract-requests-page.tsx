import { useState } from 'react';
import { Flex, Form, Select } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { Countdown } from '~/parts/countdown';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { ownClock, useContract } from '../contract/contract';
import { RequestLink } from '~/parts/contract-link';
import { usePriorityName, useTargetName } from '../contract/service-words';
import { contractRequestsWords } from './words';

type Summary = components['schemas']['RequestSummary'];

const STATUSES = ['open', 'paused', 'resolved', 'closed'] as const;

/** The requests of the contract; each has a page of its own. */
export function ContractRequestsPage() {
  const t = useWords(contractRequestsWords);
  const { id: contract } = useContract();
  const [status, setStatus] = useState<Summary['status']>();
  const columns = useRequestColumns();
  const query = { order: 'desc' as const, ...(status && { status }) };
  return (
    <Panel title={t('title')} about={t('about')}>
      <Form.Item label={t('status')} htmlFor="request-status">
        <Select
          id="request-status"
          className="wide-number"
          value={status ?? ''}
          options={[
            { value: '', label: t('allStatuses') },
            ...STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
          ]}
          onChange={(value) => setStatus(STATUSES.find((each) => each === value))}
        />
      </Form.Item>
      <PagedTable
        caption={t('title')}
        columns={columns}
        rowKey={({ request }) => request}
        queryKey={['get', '/api/v1/contracts/{contract}/requests', { params: { path: { contract }, query } }]}
        page={(cursor) =>
          answered(
            client.GET('/api/v1/contracts/{contract}/requests', {
              params: { path: { contract }, query: { ...query, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={<Teach title={t('none')} help={t('noneHelp')} />}
      />
    </Panel>
  );
}

const TONES = {
  pending: 'text-secondary',
  met: 'text-success',
  missed: 'text-danger',
  withdrawn: 'text-secondary',
};

function useRequestColumns(): Column<Summary>[] {
  const t = useWords(contractRequestsWords);
  const contract = useContract();
  const { instant } = useFormats();
  const priority = usePriorityName();
  const target = useTargetName();
  return [
    {
      key: 'request',
      title: t('request'),
      cell: ({ request }) => <RequestLink contract={contract.id} request={request} />,
    },
    { key: 'status', title: t('status'), cell: ({ status }) => t(`statuses.${status}`) },
    { key: 'priority', title: t('priority'), cell: (row) => priority(row.priority) },
    {
      key: 'targets',
      title: t('targets'),
      cell: ({ targets }) => (
        <Flex vertical>
          {targets.map(({ kind, outcome }) => (
            <span key={kind}>
              {target(kind)} <span className={TONES[outcome]}>{t(`outcome.${outcome}`)}</span>
            </span>
          ))}
        </Flex>
      ),
    },
    {
      key: 'recorded',
      title: t('recordedAt'),
      isExtra: true,
      cell: ({ recordedAt }) => instant(recordedAt, contract.terms.zone),
    },
    {
      key: 'next',
      title: t('next'),
      isExtra: true,
      cell: ({ nextDeadlineAt }) =>
        nextDeadlineAt === null ? '–' : <Countdown to={nextDeadlineAt} from={ownClock(contract)} />,
    },
  ];
}
