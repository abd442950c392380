import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { type Envelope } from './envelope-panel';
import { signingWords } from './words';

/** The papers of a signing: what was sent, the sealed original, the certificate. */
export function EnvelopePapers({ envelope: { id, status } }: { readonly envelope: Envelope }) {
  const t = useWords(signingWords);
  const { id: contract, clock } = useContract();
  const base = `/api/v1/contracts/${encodeURIComponent(contract)}/envelopes/${encodeURIComponent(id)}`;
  const languages = [
    ['zh-CN', t('chinese')],
    ['en', t('english')],
  ] as const;
  return (
    <ul className="papers" aria-label={t('papers')}>
      <li>
        <a href={`${base}/document`} target="_blank" rel="noreferrer">
          {t('document')}
        </a>
      </li>
      {/* A rehearsal is sealed by nobody. */}
      {status === 'completed' &&
        clock === 'real' &&
        languages.map(([lang, language]) => (
          <li key={`signed ${lang}`}>
            <a href={`${base}/signed?lang=${lang}`} target="_blank" rel="noreferrer">
              {t('signedPaper', { language })}
            </a>
          </li>
        ))}
      {status !== 'open' &&
        languages.map(([lang, language]) => (
          <li key={`evidence ${lang}`}>
            <a href={`${base}/evidence?lang=${lang}`} target="_blank" rel="noreferrer">
              {t('evidence', { language })}
            </a>
          </li>
        ))}
    </ul>
  );
}
