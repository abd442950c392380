import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Clock } from '~/parts/clock-switch';
import { ContractLink } from '~/parts/contract-link';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { checksWords } from './checks-words';
import { keepCheck, type KeptChecks, keptChecks, type Standing, standingOf } from './kept-checks';

const SHOWN = 8;

interface Ledger {
  readonly contract: string;
  readonly clientName: string;
  readonly entries: number;
}

/** The latest contracts, how far each ledger was checked, and the way to check what is open. */
export function ChecksPanel({ clock }: { readonly clock: Clock }) {
  const t = useWords(checksWords);
  const [checks, setChecks] = useState<KeptChecks>(keptChecks);
  const ledgers = useQuery({ queryKey: ['checks', clock], queryFn: () => latestLedgers(clock) });
  const open = (ledgers.data ?? []).filter(
    ({ contract, entries }) => standingOf(checks[contract], entries) !== 'whole',
  );
  const checking = useMutation({
    // One after the other: each is a whole ledger folded again.
    mutationFn: async (contracts: readonly string[]) => {
      for (const contract of contracts) {
        const { entries, faults } = await verified(contract);
        setChecks(keepCheck(contract, { entries, faults: faults.length, at: new Date().toISOString() }));
      }
    },
  });
  const columns = useColumns(checks, (contract) => checking.mutate([contract]), checking.isPending);
  return (
    <Panel
      title={t('title')}
      about={t('about')}
      extra={
        open.length > 0 && (
          <Button
            disabled={checking.isPending}
            onClick={() => checking.mutate(open.map(({ contract }) => contract))}
          >
            {t('checkAll', { count: open.length })}
          </Button>
        )
      }
    >
      {checking.error !== null && <ProblemAlert error={checking.error} />}
      <div aria-live="polite">
        <Asked query={ledgers}>
          {(rows) => (
            <DataTable
              caption={t('title')}
              columns={columns}
              rows={rows}
              rowKey={({ contract }) => contract}
              empty={<Teach title={t('none')} help={t('noneHelp')} />}
            />
          )}
        </Asked>
      </div>
    </Panel>
  );
}

const COLOURS: Readonly<Record<Standing, string>> = {
  never: 'warning',
  grown: 'warning',
  whole: 'success',
  faulty: 'error',
};

function useColumns(
  checks: KeptChecks,
  onCheck: (contract: string) => void,
  isChecking: boolean,
): Column<Ledger>[] {
  const t = useWords(checksWords);
  const formats = useFormats();
  return [
    { key: 'contract', title: t('contract'), cell: ({ contract }) => <ContractLink contract={contract} /> },
    { key: 'client', title: t('client'), isExtra: true, cell: ({ clientName }) => clientName },
    { key: 'entries', title: t('entries'), align: 'end', cell: ({ entries }) => formats.number(entries) },
    {
      key: 'standing',
      title: t('standing'),
      cell: ({ contract, entries }) => {
        const check = checks[contract];
        const standing = standingOf(check, entries);
        const values = { faults: check?.faults ?? 0, more: entries - (check?.entries ?? 0) };
        const told = <Tag color={COLOURS[standing]}>{t(`standings.${standing}`, values)}</Tag>;
        return (
          <>
            {standing === 'faulty' ? (
              <Link to="/contracts/$contract/audit" params={{ contract }} search={{ tab: 'proof' }}>
                {told}
              </Link>
            ) : (
              told
            )}
            {check && <div className="text-secondary">{formats.instant(check.at)}</div>}
          </>
        );
      },
    },
    {
      key: 'act',
      title: '',
      cell: ({ contract }) => (
        <Button
          size="small"
          disabled={isChecking}
          aria-label={t('checkOne', { contract })}
          onClick={() => onCheck(contract)}
        >
          {t('check')}
        </Button>
      ),
    },
  ];
}

/** The latest contracts, each with the number of its last entry. */
async function latestLedgers(clock: Clock): Promise<Ledger[]> {
  const query = { clock, order: 'desc', limit: SHOWN } as const;
  const { items } = await answered(client.GET('/api/v1/contracts', { params: { query } }));
  return Promise.all(
    items.map(async ({ id, clientName }) => ({ contract: id, clientName, entries: await lengthOf(id) })),
  );
}

async function lengthOf(contract: string): Promise<number> {
  const params = { path: { contract }, query: { order: 'desc', limit: 1 } } as const;
  const { items } = await answered(client.GET('/api/v1/contracts/{contract}/ledger', { params }));
  return items[0]?.sequence ?? 0;
}

function verified(contract: string) {
  const params = { path: { contract } };
  return answered(client.GET('/api/v1/contracts/{contract}/ledger/verification', { params }));
}
