import { Link, useParams } from '@tanstack/react-router';
import { Flex } from 'antd';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { useMonthLists } from '../contract/every';
import { type Month } from '../months/columns';
import { AssessmentPanel } from './assessment-panel';
import { ChargesPanel } from './charges-panel';
import { InvoicePanel } from './invoice-panel';
import { MissesPanel } from './misses-panel';
import { MonthDocuments } from './month-documents';
import { ReportPanel } from './report-panel';
import { StatementPanel } from './statement-panel';
import { monthWords } from './words';

/** All that belongs to one month: what was missed, what it came to, what was reported, what is to be paid. */
export function MonthPage() {
  const t = useWords(monthWords);
  const { id } = useContract();
  const { period } = useParams({ from: '/shell/contracts/$contract/months/$period' });
  const { months, statements, reports, invoices } = useMonthLists(id);
  return (
    <Asked query={months} rows={8}>
      {(all) => {
        const month = all.find((each) => each.period === period);
        if (!month)
          return (
            <Panel title={t('noMonth')}>
              <Teach title={t('noMonth')} help={t('noMonthHelp')} action={<ToMonths />} />
            </Panel>
          );
        return (
          <>
            <MonthSteps months={all} period={period} />
            <AssessmentPanel month={month} />
            <Asked query={statements}>
              {(list) => (
                <StatementPanel month={month} statement={list.find((one) => one.period === period)} />
              )}
            </Asked>
            <MissesPanel period={period} />
            <ChargesPanel period={period} />
            <Asked query={invoices}>
              {(list) => <InvoicePanel invoice={list.find((one) => one.months.includes(period))} />}
            </Asked>
            <Asked query={reports}>
              {(list) => <ReportPanel month={month} report={list.find((one) => one.period === period)} />}
            </Asked>
            <MonthDocuments period={period} />
          </>
        );
      }}
    </Asked>
  );
}

function ToMonths() {
  const t = useWords(monthWords);
  const { id } = useContract();
  return (
    <Link to="/contracts/$contract/months" params={{ contract: id }}>
      {t('toMonths')}
    </Link>
  );
}

interface StepsProps {
  readonly months: readonly Month[];
  readonly period: string;
}

function MonthSteps({ months, period }: StepsProps) {
  const t = useWords(monthWords);
  const formats = useFormats();
  const { id } = useContract();
  const index = months.findIndex((each) => each.period === period);
  const step = (to: Month | undefined, label: string) =>
    to && (
      <Link
        to="/contracts/$contract/months/$period"
        params={{ contract: id, period: to.period }}
        aria-label={`${label}: ${formats.month(to.period)}`}
      >
        {label}
      </Link>
    );
  return (
    <Flex className="month-steps" gap="middle" align="baseline" wrap>
      <h2>{formats.month(period)}</h2>
      {step(index > 0 ? months[index - 1] : undefined, t('before'))}
      {step(months[index + 1], t('after'))}
      <ToMonths />
    </Flex>
  );
}
