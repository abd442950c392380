import { Link, useNavigate } from '@tanstack/react-router';
import { Tag } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useCan, useContract } from '../contract/contract';
import { AmendmentDialog } from './amendment-dialog';
import { changesWords } from './words';

type Line = components['schemas']['AmendmentLine'];

const COLOURS: Readonly<Record<Line['status'], string>> = {
  draft: 'default',
  signing: 'processing',
  agreed: 'processing',
  effective: 'success',
  declined: 'error',
  withdrawn: 'default',
  lapsed: 'warning',
};

export function AmendmentStatus({ status }: { readonly status: Line['status'] }) {
  const t = useWords(changesWords);
  return <Tag color={COLOURS[status]}>{t(`statuses.${status}`)}</Tag>;
}

/** Drafts and amendments, the latest first. */
export function AmendmentsPanel() {
  const t = useWords(changesWords);
  const can = useCan();
  const navigate = useNavigate();
  const { id: contract } = useContract();
  const columns = useAmendmentColumns(contract);
  const canDraw = can('sendAmendment', 'POST /api/v1/contracts/:contract/amendments');
  return (
    <Panel
      title={t('amendments')}
      about={t('amendmentsAbout')}
      extra={
        canDraw && (
          <AmendmentDialog
            onDone={(amendment) =>
              void navigate({
                to: '/contracts/$contract/changes/$amendment',
                params: { contract, amendment },
              })
            }
          />
        )
      }
    >
      <PagedTable
        caption={t('amendments')}
        columns={columns}
        rowKey={({ id }) => id}
        queryKey={['get', '/api/v1/contracts/{contract}/amendments', { params: { path: { contract } } }]}
        page={(cursor) =>
          answered(
            client.GET('/api/v1/contracts/{contract}/amendments', {
              params: {
                path: { contract },
                query: { order: 'desc', ...(cursor !== undefined && { cursor }) },
              },
            }),
          )
        }
        empty={<Teach title={t('none')} help={t('noneHelp')} />}
      />
    </Panel>
  );
}

function useAmendmentColumns(contract: string): Column<Line>[] {
  const t = useWords(changesWords);
  const { date } = useFormats();
  return [
    {
      key: 'id',
      title: t('amendment'),
      cell: ({ id }) => (
        <Link to="/contracts/$contract/changes/$amendment" params={{ contract, amendment: id }}>
          {id}
        </Link>
      ),
    },
    { key: 'status', title: t('status'), cell: ({ status }) => <AmendmentStatus status={status} /> },
    { key: 'effective', title: t('effective'), cell: ({ effectiveDate }) => date(effectiveDate) },
    { key: 'reason', title: t('reason'), isExtra: true, cell: ({ reason }) => reason },
  ];
}
