import { Form, InputNumber } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { ActDialog } from '~/parts/act-dialog';
import { type Column, DataTable } from '~/parts/data-table';
import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { Teach } from '~/parts/teach';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useCan, useContract } from '../contract/contract';
import { AtField, filled } from '../contract/fact-fields';
import { usePriorityName } from '../contract/service-words';
import { type Month } from '../months/columns';
import { LateReason } from '../months/money-dialogs';
import { ReportState } from '../months/states';
import { monthWords } from './words';

type Schemas = components['schemas'];
type Report = Schemas['Report'];

interface Props {
  readonly month: Month;
  readonly report: Report | undefined;
}

/** The figures of the service report, and whether it has been handed over. */
export function ReportPanel({ month, report }: Props) {
  const t = useWords(monthWords);
  const until = useUntil();
  const { terms } = useContract();
  if (!report)
    return (
      <Panel title={t('report')}>
        {month.status === 'closed' ? (
          <Teach title={t('noReports')} help={t('noReportsHelp')} />
        ) : (
          <Teach title={t('noReport')} help={t('noReportHelp', { until: until(month.to, terms.zone) })} />
        )}
      </Panel>
    );
  return (
    <Panel title={t('report')} extra={report.submittedAt === null && <SubmitDialog period={report.period} />}>
      <ReportFacts report={report} />
      {report.priorities.length > 0 && <Priorities report={report} />}
    </Panel>
  );
}

function ReportFacts({ report }: { readonly report: Report }) {
  const t = useWords(monthWords);
  const { instant, number } = useFormats();
  const until = useUntil();
  const { terms } = useContract();
  const { dueAt, submittedAt, received, resolved, unresolved, knowledgeBaseContributions: added } = report;
  return (
    <Facts
      facts={[
        { key: 'state', label: t('state'), value: <ReportState report={report} /> },
        { key: 'due', label: t('dueAt'), value: until(dueAt, terms.zone) },
        {
          key: 'submitted',
          label: t('submittedAt'),
          value: submittedAt === null ? t('notYet') : instant(submittedAt, terms.zone),
        },
        { key: 'received', label: t('received'), value: number(received) },
        { key: 'resolved', label: t('resolved'), value: number(resolved) },
        { key: 'unresolved', label: t('unresolved'), value: number(unresolved) },
        { key: 'knowledge', label: t('knowledge'), value: added === null ? '–' : number(added) },
        {
          key: 'ratings',
          label: t('ratings'),
          value:
            report.averageScore === null
              ? t('noRatings')
              : t('ratingsOf', { score: report.averageScore, count: report.ratings }),
        },
      ]}
    />
  );
}

type Priority = Report['priorities'][number];

function Priorities({ report: { priorities } }: { readonly report: Report }) {
  const t = useWords(monthWords);
  const columns = usePriorityColumns();
  return (
    <div className="form-end">
      <DataTable
        caption={t('report')}
        columns={columns}
        rows={priorities}
        rowKey={({ priority }) => priority}
      />
    </div>
  );
}

function usePriorityColumns(): Column<Priority>[] {
  const t = useWords(monthWords);
  const name = usePriorityName();
  const { duration, number, percent } = useFormats();
  const time = (seconds: number | null) => (seconds === null ? '–' : duration(seconds));
  const end = { align: 'end' as const };
  return [
    { key: 'priority', title: t('priority'), cell: ({ priority }) => name(priority) },
    { ...end, key: 'received', title: t('received'), cell: ({ received }) => number(received) },
    {
      ...end,
      key: 'resolved',
      title: t('resolved'),
      isExtra: true,
      cell: ({ resolved }) => number(resolved),
    },
    {
      ...end,
      key: 'met',
      title: t('targetsOf'),
      cell: ({ targetsMet: met, targetsMissed }) => t('metOf', { met, all: met + targetsMissed }),
    },
    {
      ...end,
      key: 'attainment',
      title: t('attainment'),
      cell: ({ attainmentPermille: permille }) => (permille === null ? '–' : percent(permille / 1000)),
    },
    {
      ...end,
      key: 'response',
      title: t('response'),
      isExtra: true,
      cell: ({ averageResponseSeconds }) => time(averageResponseSeconds),
    },
    {
      ...end,
      key: 'elapsed',
      title: t('elapsed'),
      isExtra: true,
      cell: (row) => <Resolution row={row} />,
    },
  ];
}

/** Pauses are counted out: where there were any, both times are given. */
function Resolution({ row }: { readonly row: Priority }) {
  const t = useWords(monthWords);
  const { duration } = useFormats();
  const { averageResolutionElapsedSeconds: elapsed, averageResolutionCountedSeconds: counted } = row;
  if (elapsed === null) return '–';
  return (
    <>
      {duration(elapsed)}
      {counted !== null && counted !== elapsed && (
        <div>
          <Secondary>{t('counted', { duration: duration(counted) })}</Secondary>
        </div>
      )}
    </>
  );
}

function SubmitDialog({ period }: { readonly period: string }) {
  const t = useWords(monthWords);
  const can = useCan();
  const { id } = useContract();
  if (!can('submitReport', 'POST /api/v1/contracts/:contract/reports/:period/submission')) return null;
  return (
    <ActDialog<Schemas['ReportSubmission']>
      trigger={t('submit')}
      triggerProps={{ type: 'primary' }}
      title={t('submit')}
      okText={t('submit')}
      done={t('submitDone')}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/reports/{period}/submission', {
            params: { path: { contract: id, period } },
            body: filled(values),
          }),
        )
      }
    >
      <p>{t('submitHelp')}</p>
      <Form.Item name="knowledgeBaseContributions" label={t('knowledge')}>
        <InputNumber min={0} max={100_000} precision={0} />
      </Form.Item>
      <AtField />
      <LateReason />
    </ActDialog>
  );
}
