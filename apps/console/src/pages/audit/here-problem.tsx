import { Alert } from 'antd';
import { problemOf } from '~/api/api';
import { ProblemAlert } from '~/parts/problem-alert';
import { useWords } from '~/words/words';
import { proofWords } from './proof-words';

/** Why something could not be checked in the page: the browser, or the API that was asked besides. */
export function HereProblem({ error }: { readonly error: Error }) {
  const t = useWords(proofWords);
  if (problemOf(error) !== null) return <ProblemAlert error={error} />;
  const why = window.isSecureContext ? error.message : t('insecure');
  return <Alert type="error" showIcon title={t('cannot')} description={why} />;
}
