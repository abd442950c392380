import { Button } from 'antd';
import { useMay } from '~/api/policy';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Teach } from '~/parts/teach';
import { useMutation } from '@tanstack/react-query';
import { useLanguage, useWords } from '~/words/words';
import { CaseFaults, CounterExamples, Verdict } from './check-results';
import { accept, type Acceptance, prove, type Proof } from './check-runs';
import { type Version } from './version-page';
import { templateWords } from './words';

/** The proof of the rules and the acceptance cases, run when it is asked for. */
export function Checks({ data: { template, version } }: { readonly data: Version }) {
  const t = useWords(templateWords);
  const may = useMay();
  const run = useMutation({ mutationFn: () => runChecks(template, version) });
  if (!may('POST /api/v1/templates/:template/versions/:version/prove'))
    return <Teach title={t('checksNone')} help={t('notYours')} />;
  return (
    <>
      <Panel
        title={t('tabChecks')}
        about={t('checksHelp')}
        extra={
          <Button type="primary" loading={run.isPending} onClick={() => run.mutate()}>
            {t('runChecks')}
          </Button>
        }
      >
        {run.error !== null && <ProblemAlert error={run.error} />}
        {!run.data && !run.error && <Teach title={t('checksNone')} help={t('checksNoneHelp')} />}
      </Panel>
      {run.data && <ProofResult report={run.data.proof} />}
      {run.data && <AcceptanceResult report={run.data.acceptance} />}
    </>
  );
}

async function runChecks(
  template: string,
  version: string,
): Promise<{ proof: Proof; acceptance: Acceptance }> {
  const [proof, acceptance] = await Promise.all([
    prove({ template, version }),
    accept({ template, version }),
  ]);
  return { proof, acceptance };
}

function ProofResult({ report }: { readonly report: Proof }) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const columns: Column<Proof['checks'][number]>[] = [
    {
      key: 'check',
      title: t('proof'),
      cell: (check) => (
        <>
          {check.title[language]} <code className="text-secondary">{check.id}</code>
          <CounterExamples check={check} />
        </>
      ),
    },
    { key: 'result', title: t('result'), cell: ({ passed }) => <Verdict passed={passed} /> },
  ];
  return (
    <Panel title={t('proof')} extra={<Verdict passed={report.passed} />}>
      <DataTable caption={t('proof')} columns={columns} rows={report.checks} rowKey={({ id }) => id} />
    </Panel>
  );
}

function AcceptanceResult({ report }: { readonly report: Acceptance }) {
  const t = useWords(templateWords);
  const columns: Column<Acceptance['cases'][number]>[] = [
    {
      key: 'case',
      title: t('case'),
      cell: ({ name, faults, differences }) => (
        <>
          {name}
          <CaseFaults {...{ faults, differences }} />
        </>
      ),
    },
    { key: 'result', title: t('result'), cell: ({ passed }) => <Verdict passed={passed} /> },
  ];
  return (
    <Panel title={t('acceptance')} extra={<Verdict passed={report.passed} />}>
      <DataTable
        caption={t('acceptance')}
        columns={columns}
        rows={report.cases}
        rowKey={({ name }) => name}
      />
    </Panel>
  );
}
