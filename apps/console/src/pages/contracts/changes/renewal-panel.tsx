import { Link } from '@tanstack/react-router';
import { Flex } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { ContractStatusTag } from '~/parts/tags';
import { useUntil } from '~/parts/until';
import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useCan, useContract } from '../contract/contract';
import { ObjectDialog, RenewDialog } from './renewal-dialogs';
import { changesWords } from './words';

type Renewals = components['schemas']['Renewals'];

/** What comes after the term. */
export function RenewalPanel() {
  const t = useWords(changesWords);
  const until = useUntil();
  const { id: contract, terms } = useContract();
  const query = api.useQuery('get', '/api/v1/contracts/{contract}/renewals', {
    params: { path: { contract } },
  });
  return (
    <Panel
      title={t('renewal')}
      about={t('renewalAbout', { until: until(terms.endsAt, terms.zone) })}
      extra={query.data && <Acts renewals={query.data} />}
    >
      <Asked query={query}>
        {(renewals) => (
          <>
            <RenewalFacts renewals={renewals} />
            {renewals.items.length > 0 && <Following items={renewals.items} />}
          </>
        )}
      </Asked>
    </Panel>
  );
}

function Acts({ renewals: { termMonths } }: { readonly renewals: Renewals }) {
  const can = useCan();
  const may = useMay();
  const { status, renewedBy } = useContract();
  const canRenew =
    renewedBy === null &&
    (status === 'active' || status === 'expired') &&
    may('POST /api/v1/contracts/:contract/renewals');
  return (
    <Flex gap="small" wrap>
      {canRenew && <RenewDialog termMonths={termMonths} />}
      {can('objectToRenewal', 'POST /api/v1/contracts/:contract/renewals/objection') && <ObjectDialog />}
    </Flex>
  );
}

function RenewalFacts({ renewals }: { readonly renewals: Renewals }) {
  const t = useWords(changesWords);
  const common = useWords(commonWords);
  const { instant } = useFormats();
  const until = useUntil();
  const { zone } = useContract().terms;
  const { mode, noticeAt, carriesOver, termMonths, outcome, objection } = renewals;
  return (
    <Facts
      facts={[
        { key: 'mode', label: t('mode'), value: t(`modes.${mode}`) },
        ...(noticeAt === null ? [] : [{ key: 'notice', label: t('noticeAt'), value: until(noticeAt, zone) }]),
        { key: 'term', label: t('renewalTerm'), value: t('months', { count: termMonths }) },
        { key: 'carries', label: t('carries'), value: t(`carriesOver.${carriesOver}`) },
        { key: 'outcome', label: t('outcome'), value: t(`outcomes.${outcome}`) },
        ...(objection === null
          ? []
          : [
              {
                key: 'objection',
                label: t('objection'),
                value: t('objectionText', {
                  party: common(`party.${objection.by}`),
                  at: instant(objection.at, zone),
                  reason: objection.reason,
                }),
              },
            ]),
      ]}
    />
  );
}

function Following({ items }: { readonly items: Renewals['items'] }) {
  const t = useWords(changesWords);
  const columns = useFollowingColumns();
  return (
    <div className="form-end">
      <DataTable caption={t('following')} columns={columns} rows={items} rowKey={({ id }) => id} />
    </div>
  );
}

function useFollowingColumns(): Column<Renewals['items'][number]>[] {
  const t = useWords(changesWords);
  const { date } = useFormats();
  return [
    {
      key: 'id',
      title: t('following'),
      cell: ({ id }) => (
        <Link to="/contracts/$contract" params={{ contract: id }}>
          {id}
        </Link>
      ),
    },
    { key: 'status', title: t('status'), cell: ({ status }) => <ContractStatusTag status={status} /> },
    { key: 'begins', title: t('begins'), cell: ({ termStart }) => date(termStart) },
  ];
}
