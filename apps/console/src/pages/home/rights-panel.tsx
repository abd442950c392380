import { Tag } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Clock } from '~/parts/clock-switch';
import { ContractLink } from '~/parts/contract-link';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { homeWords } from './words';

type Rights = components['schemas']['TerminationRights'];

/** Contracts whose client may end them, or nearly may. */
export function RightsPanel({ clock }: { readonly clock: Clock }) {
  const t = useWords(homeWords);
  const rights = api.useQuery('get', '/api/v1/desk/termination-rights', { params: { query: { clock } } });
  const columns: Column<Rights>[] = [
    { key: 'contract', title: t('contract'), cell: ({ contract }) => <ContractLink contract={contract} /> },
    { key: 'client', title: t('client'), cell: ({ clientName }) => clientName },
    { key: 'right', title: t('rights'), cell: (row) => <Standing row={row} /> },
  ];
  return (
    <Panel title={t('rights')} about={t('rightsHelp')}>
      <Asked query={rights}>
        {({ items }) => (
          <DataTable
            caption={t('rights')}
            columns={columns}
            rows={items.filter(isNear)}
            rowKey={({ contract }) => contract}
            empty={<Teach title={t('rightsEmpty')} help={t('rightsEmptyHelp')} />}
          />
        )}
      </Asked>
    </Panel>
  );
}

function isNear({ rights, streak, status }: Rights): boolean {
  return rights.some((right) => right.status === 'open') || (status === 'active' && streak > 0);
}

function Standing({ row: { rights, streak, failedMonthsNeeded } }: { readonly row: Rights }) {
  const t = useWords(homeWords);
  const formats = useFormats();
  const open = rights.find(({ status }) => status === 'open');
  if (open) return <Tag color="error">{t('rightOpen', { until: formats.instant(open.openUntil) })}</Tag>;
  return <Tag color="warning">{t('streak', { streak, needed: failedMonthsNeeded ?? 0 })}</Tag>;
}
