import { Alert } from 'antd';
import { type BundleReport } from '#verifier/verify';
import { FINDINGS, type Finding } from '#verifier/finding';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useLanguage, useWords } from '~/words/words';
import { findingWords } from './finding-words';
import { proofWords } from './proof-words';

interface Props {
  readonly report: BundleReport;
  /** Whether the fingerprint was told, so that it has been compared. */
  readonly isKeyTold: boolean;
}

/** What a bundle came to. */
export function BundleReportView({ report, isKeyTold }: Props) {
  const t = useWords(proofWords);
  const { findings } = report;
  const isWhole = findings.length === 0;
  return (
    <Alert
      showIcon
      type={isWhole ? 'success' : 'error'}
      title={isWhole ? t('whole') : t('findings', { count: findings.length })}
      description={
        <>
          <Facts report={report} isKeyTold={isKeyTold} />
          {!isWhole && <Findings findings={findings} />}
        </>
      }
    />
  );
}

function Facts({ report, isKeyTold }: Props) {
  const t = useWords(proofWords);
  const formats = useFormats();
  const { contract, exportedAt, counts, proved, unreceipted, unfinished, keys } = report;
  if (contract === '' || exportedAt === '') return null;
  return (
    <>
      <div>{t('of', { contract, at: formats.instant(exportedAt) })}</div>
      <div>{t('counts', counts)}</div>
      <div>
        {proved ? t('proved', { line: String(proved.line), at: formats.instant(proved.at) }) : t('unproved')}
      </div>
      {unreceipted > 0 && <div>{t('unreceipted', { count: unreceipted })}</div>}
      {unfinished > 0 && <div>{t('unfinished', { count: unfinished })}</div>}
      {keys.map((key) => (
        <div key={key}>
          {t('signedBy')}: <code className="fingerprint">{key}</code>{' '}
          {!isKeyTold && <Secondary>({t('compare')})</Secondary>}
        </div>
      ))}
    </>
  );
}

export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const language = useLanguage();
  return (
    <ul className="problem-members">
      {findings.map(({ kind, where, detail }) => (
        <li key={`${kind} ${where} ${detail}`}>
          <code>{kind}</code> {where}: {language === 'zh-CN' ? findingWords[kind] : FINDINGS[kind]}
          {detail === '' ? '' : `; ${detail}`}
        </li>
      ))}
    </ul>
  );
}
