import { Link } from '@tanstack/react-router';
import { Flex } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { usePicked } from '~/parts/picked';
import { Countdown } from '~/parts/countdown';
import { type Column } from '~/parts/data-table';
import { ClockTag, ContractStatusTag } from '~/parts/tags';
import { Danger, Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { listWords } from './words';

type Summary = components['schemas']['ContractSummary'];

export function useContractColumns(): Column<Summary>[] {
  const t = useWords(listWords);
  const { money } = useFormats();
  const titleOf = useTemplateTitle();
  return [
    { key: 'id', title: t('id'), cell: (row) => <Name row={row} /> },
    {
      key: 'client',
      title: t('client'),
      cell: ({ clientName, clientId }) => (
        <Flex vertical>
          <span>{clientName}</span>
          <Secondary>{clientId}</Secondary>
        </Flex>
      ),
    },
    {
      key: 'status',
      title: t('status'),
      isExtra: true,
      cell: ({ status }) => <ContractStatusTag status={status} />,
    },
    {
      key: 'template',
      title: t('template'),
      isExtra: true,
      cell: ({ template }) => (
        <Flex vertical>
          <span>{titleOf(template.id)}</span>
          <Secondary>{template.version}</Secondary>
        </Flex>
      ),
    },
    { key: 'next', title: t('next'), cell: (row) => <NextDeadline row={row} /> },
    {
      key: 'streak',
      title: <span title={t('streak')}>{t('streakShort')}</span>,
      align: 'end',
      isExtra: true,
      cell: ({ failedMonthsStreak: count }) =>
        count > 0 ? (
          <Danger>{t('months', { count })}</Danger>
        ) : (
          <Secondary>{t('months', { count })}</Secondary>
        ),
    },
    {
      key: 'penalties',
      title: t('penalties'),
      align: 'end',
      isExtra: true,
      cell: ({ penaltiesUsed }) => money(penaltiesUsed),
    },
  ];
}

/** What a template is called; a party, who does not read templates, sees its id. */
function useTemplateTitle(): (template: string) => string {
  const may = useMay();
  const picked = usePicked();
  const { data } = api.useQuery(
    'get',
    '/api/v1/templates',
    { params: { query: { limit: 200 } } },
    { enabled: may('GET /api/v1/templates'), staleTime: Infinity },
  );
  return (template) => {
    const known = data?.items.find(({ id }) => id === template);
    return known ? picked(known.title) : template;
  };
}

function Name({ row: { id, status, clock, renews } }: { readonly row: Summary }) {
  const t = useWords(listWords);
  return (
    <Flex vertical gap={2} align="flex-start">
      <Link to="/contracts/$contract" params={{ contract: id }}>
        {id}
      </Link>
      <Flex gap={4} wrap>
        <span className="only-narrow">
          <ContractStatusTag status={status} />
        </span>
        <ClockTag clock={clock} />
      </Flex>
      {renews !== null && <Secondary>{t('renewalOf', { id: renews })}</Secondary>}
    </Flex>
  );
}

/** What a rehearsal waits for lies as far off as its own clock says. */
function NextDeadline({ row: { clock, nextDeadlineAt, accountedThrough } }: { readonly row: Summary }) {
  const { short } = useFormats();
  const t = useWords(listWords);
  if (nextDeadlineAt === null) return <Secondary>–</Secondary>;
  const isManual = clock === 'manual';
  return (
    <Flex vertical>
      <Countdown to={nextDeadlineAt} from={isManual ? accountedThrough : undefined} />
      <Secondary>{isManual ? t('byHand') : short(nextDeadlineAt)}</Secondary>
    </Flex>
  );
}
