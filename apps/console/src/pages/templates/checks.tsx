import { Button, Tag } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { useMutation } from '@tanstack/react-query';
import { useLanguage, useWords } from '~/words/words';
import { type Version } from './version-page';
import { templateWords } from './words';

type Proof = components['schemas']['ProofReport'];
type Acceptance = components['schemas']['AcceptanceReport'];

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
  const wish = { params: { path: { template, version } }, body: {} };
  const [proof, acceptance] = await Promise.all([
    answered(client.POST('/api/v1/templates/{template}/versions/{version}/prove', wish)),
    answered(client.POST('/api/v1/templates/{template}/versions/{version}/test', wish)),
  ]);
  return { proof, acceptance };
}

function Verdict({ passed }: { readonly passed: boolean }) {
  const t = useWords(templateWords);
  return <Tag color={passed ? 'success' : 'error'}>{passed ? t('passed') : t('failed')}</Tag>;
}

function ProofResult({ report }: { readonly report: Proof }) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const columns: Column<Proof['checks'][number]>[] = [
    {
      key: 'check',
      title: t('proof'),
      cell: ({ id, title, counterExamples }) => (
        <>
          {title[language]} <code className="text-secondary">{id}</code>
          {counterExamples.map(({ sentence }) => (
            <div key={sentence.en}>
              <Secondary>{t('counterExample')}: </Secondary>
              {sentence[language]}
            </div>
          ))}
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
          {faults.map(({ path, problem, allowed }) => (
            <div key={`${path} ${problem}`}>
              <code>{path}</code>: {problem} ({allowed})
            </div>
          ))}
          {differences.map((difference) => (
            <div key={difference}>{difference}</div>
          ))}
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
