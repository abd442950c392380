import { Link } from '@tanstack/react-router';
import { Flex } from 'antd';
import { type components } from '#client/openapi';
import { type Column } from '~/parts/data-table';
import { Figures, Secondary, Warning } from '~/parts/text';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { InvoiceState, ReportState, StatementState } from './states';
import { monthsWords } from './words';

type Schemas = components['schemas'];
export type Month = Schemas['MonthList']['items'][number];

/** A month with what belongs to it. */
interface Row {
  readonly month: Month;
  readonly statement: Schemas['Statement'] | undefined;
  readonly report: Schemas['Report'] | undefined;
  readonly invoice: Schemas['Invoice'] | undefined;
}

export function monthColumn(
  month: Month,
  statements: readonly Schemas['Statement'][] = [],
  reports: readonly Schemas['Report'][] = [],
  invoices: readonly Schemas['Invoice'][] = [],
): Row {
  const isOwn = ({ period }: { readonly period: string }) => period === month.period;
  return {
    month,
    statement: statements.find(isOwn),
    report: reports.find(isOwn),
    invoice: invoices.find(({ months }) => months.includes(month.period)),
  };
}

export function useMonthColumns(): Column<Row>[] {
  const t = useWords(monthsWords);
  const formats = useFormats();
  const { id: contract, terms } = useContract();
  const columns: Column<Row>[] = [
    {
      key: 'month',
      title: t('month'),
      cell: ({ month: { period } }) => (
        <Link to="/contracts/$contract/months/$period" params={{ contract, period }}>
          <Figures>{formats.month(period)}</Figures>
        </Link>
      ),
    },
    { key: 'assessment', title: t('assessment'), cell: ({ month }) => <Assessment month={month} /> },
    {
      key: 'statement',
      title: t('statement'),
      isExtra: true,
      cell: ({ statement }) => statement && <StatementState statement={statement} />,
    },
    {
      key: 'report',
      title: t('report'),
      isExtra: true,
      cell: ({ report }) => report && <ReportState report={report} />,
    },
    {
      key: 'invoice',
      title: t('invoice'),
      cell: ({ invoice, month }) => invoice && <InvoiceState invoice={invoice} of={month.period} />,
    },
  ];
  // A price that is none by the month has only shares of the term here, which nobody owes.
  if (terms.monthlyFee === null) return columns;
  return [
    ...columns,
    {
      key: 'fee',
      title: t('fee'),
      align: 'end',
      isExtra: true,
      cell: ({ month: { status, fee } }) => (status === 'dropped' ? '–' : formats.money(fee)),
    },
  ];
}

export function Assessment({ month: { assessment, status, to } }: { readonly month: Month }) {
  const t = useWords(monthsWords);
  const until = useUntil();
  const { terms } = useContract();
  if (status === 'ahead' || status === 'dropped') return <Secondary>{t(status)}</Secondary>;
  if (assessment === null)
    return (
      <Flex vertical>
        <Warning>{t('underWay')}</Warning>
        <Secondary>{until(to, terms.zone)}</Secondary>
      </Flex>
    );
  const { misses, waived, failed } = assessment;
  return (
    <Flex vertical>
      <span className={failed ? 'text-danger' : 'text-success'}>
        {t(failed ? 'failed' : 'heldMisses', { misses })}
      </span>
      {waived > 0 && <Secondary>{t('waived', { waived })}</Secondary>}
      {assessment.streak > 1 && <Secondary>{t('streak', { streak: assessment.streak })}</Secondary>}
    </Flex>
  );
}
