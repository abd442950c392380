import { type ReactNode, useState } from 'react';
import { Button, Progress, Tag } from 'antd';
import { problemOf } from '~/api/api';
import { useMay } from '~/api/policy';
import { useNow } from '~/parts/now';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { useLanguage, useWords } from '~/words/words';
import { CounterExamples, FailedCase } from './check-results';
import { accept, type Acceptance, prove, type Proof } from './check-runs';
import { checkWords } from './check-words';
import { type Files } from './files';
import { type Following } from './follower';
import { useFollowing } from './use-following';

interface Props {
  readonly template: string;
  readonly version: string;
  readonly files: Files;
  /** Whether they differ from what is saved: until then nothing runs unless it is asked for. */
  readonly isChanged: boolean;
  readonly onOpen: (file: string) => void;
}

/** The acceptance cases and the proof of what is being typed, each with how far it is and what it found. */
export function LiveChecks({ template, version, files, isChanged, onOpen }: Props) {
  const t = useWords(checkWords);
  const may = useMay();
  const [casesSummary, proofSummary] = [useCasesSummary(), useProofSummary()];
  const [isAsked, setIsAsked] = useState(false);
  const typed = isChanged || isAsked ? files : null;
  const cases = useFollowing<Files, Acceptance>(typed, (input, signal) =>
    accept({ template, version, files: input, signal }),
  );
  const proof = useFollowing<Files, Proof>(typed, (input, signal) =>
    prove({ template, version, files: input, signal }),
  );
  if (!may('POST /api/v1/templates/:template/versions/:version/prove')) return null;
  return (
    <Panel
      title={t('title')}
      about={t('about')}
      extra={typed === null && <Button onClick={() => setIsAsked(true)}>{t('runNow')}</Button>}
    >
      <LiveCheck title={t('acceptance')} check={cases} typed={typed} summary={casesSummary}>
        {(report) => <Cases report={report} files={files} onOpen={onOpen} />}
      </LiveCheck>
      <LiveCheck title={t('proof')} check={proof} typed={typed} summary={proofSummary}>
        {(report) => <FailedChecks report={report} files={files} onOpen={onOpen} />}
      </LiveCheck>
    </Panel>
  );
}

function useCasesSummary(): (report: Acceptance) => string {
  const t = useWords(checkWords);
  return ({ cases }) => {
    const [all, failed] = [cases.length, cases.filter(({ passed }) => !passed).length];
    if (all === 0) return t('noCase');
    return failed > 0 ? t('failedOf', { failed, all }) : t('passedOf', { passed: all, all });
  };
}

function useProofSummary(): (report: Proof) => string {
  const t = useWords(checkWords);
  return ({ checks }) => {
    const [all, failed] = [checks.length, checks.filter(({ passed }) => !passed).length];
    return failed > 0 ? t('failsOf', { failed, all }) : t('holds', { all });
  };
}

interface CheckProps<Report> {
  readonly title: string;
  readonly check: Following<Files, Report>;
  readonly typed: Files | null;
  readonly summary: (report: Report) => string;
  readonly children: (report: Report) => ReactNode;
}

/** One check: its state, and under it what the last run found, which may be of what stood there before. */
function LiveCheck<Report extends { readonly passed: boolean }>(props: CheckProps<Report>) {
  const t = useWords(checkWords);
  const { title, check, typed, summary, children } = props;
  const { last, took, since } = check;
  const report = last?.answer ?? null;
  const isOld = last !== null && last.input !== typed;
  return (
    <section className="live-check" aria-label={title}>
      <header>
        <h3>{title}</h3>
        {since !== null && (
          <Tag color="processing">
            <Elapsed since={since} took={took} />
          </Tag>
        )}
        <span role="status">
          {since === null && last === null && <Secondary>{t('waiting')}</Secondary>}
          {since === null && last !== null && report === null && (
            <Tag color="warning">{t(problemOf(last.error) ? 'cannot' : 'nobody')}</Tag>
          )}
          {since === null && report !== null && (
            <Tag color={report.passed ? 'success' : 'error'}>{summary(report)}</Tag>
          )}
        </span>
      </header>
      {since !== null && <Run since={since} took={took} title={title} />}
      {report !== null && (
        <div className={isOld ? 'live-check-old' : undefined}>
          {isOld && <Secondary>{t('old')}</Secondary>}
          {children(report)}
        </div>
      )}
    </section>
  );
}

interface RunProps {
  readonly since: number;
  readonly took: number | null;
}

function Elapsed({ since, took }: RunProps) {
  const t = useWords(checkWords);
  const seconds = Math.max(0, Math.floor((useNow() - since) / 1000));
  if (took === null) return t('running', { seconds });
  return t('runningAgain', { seconds, last: Math.max(1, Math.round(took / 1000)) });
}

/** How far it is by how long the last one took; of the first nobody knows. */
function Run({ since, took, title }: RunProps & { readonly title: string }) {
  const passed = useNow() - since;
  const percent = took === null ? 100 : Math.min(95, Math.round((passed / took) * 100));
  return (
    <Progress
      aria-label={title}
      percent={Math.max(0, percent)}
      status="active"
      size="small"
      showInfo={false}
    />
  );
}

interface Found<Report> {
  readonly report: Report;
  readonly files: Files;
  readonly onOpen: (file: string) => void;
}

function Cases({ report, files, onOpen }: Found<Acceptance>) {
  const t = useWords(checkWords);
  const failed = report.cases.filter(({ passed }) => !passed);
  const names = report.cases.filter(({ passed }) => passed).map(({ name }) => name);
  return (
    <>
      {failed.length > 0 && (
        <ul className="live-found">
          {failed.map((each) => (
            <FailedCase key={each.name} data={each} files={files} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {names.length > 0 && <Secondary>{t('passedCases', { names: names.join(', ') })}</Secondary>}
    </>
  );
}

function FailedChecks({ report, files, onOpen }: Found<Proof>) {
  const t = useWords(checkWords);
  const language = useLanguage();
  const failed = report.checks.filter(({ passed }) => !passed);
  if (failed.length === 0) return null;
  return (
    <ul className="live-found">
      {failed.map((check) => (
        <li key={check.id}>
          <strong>{check.title[language]}</strong>{' '}
          {typeof check['clause'] === 'string' && (
            <Secondary>{t('clause', { clause: check['clause'] })}</Secondary>
          )}
          <CounterExamples check={check} files={files} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}
