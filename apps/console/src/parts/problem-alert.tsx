import { Alert, Button, Flex } from 'antd';
import { problemOf } from '~/api/api';
import { Unanswered } from '~/api/saving';
import { commonWords } from '~/words/common';
import { problemWords } from '~/words/problems';
import { useLanguage, useWords } from '~/words/words';
import { FaultList } from './fault-list';
import { useFaultWords } from './fault-words';

interface Props {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What was refused, why, and what is allowed. */
export function ProblemAlert({ error, onRetry }: Props) {
  const t = useWords(commonWords);
  const titleOf = useProblemTitle();
  const problem = problemOf(error);
  const say = useFaultWords(problem !== null);
  const isSave = error instanceof Unanswered;
  if (!problem)
    return (
      <Alert
        type="error"
        showIcon
        title={t('nobodyAnswers')}
        description={t(isSave ? 'unansweredHelp' : 'nobodyAnswersHelp')}
        action={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
      />
    );
  const { detail, errors = [], errorId } = problem;
  return (
    <Alert
      type="error"
      showIcon
      title={titleOf(problem)}
      action={onRetry && <Button onClick={onRetry}>{t('retry')}</Button>}
      description={
        <Flex vertical gap={4}>
          {/* The detail is the first of the faults in one line. */}
          {errors.length === 0 && <span>{say(detail)}</span>}
          {errors.length > 0 && <FaultList faults={errors} />}
          {errorId && <small>{t('reference', { id: errorId })}</small>}
        </Flex>
      }
    />
  );
}

/** A problem in one line, for where there is no room for more. */
export function useRefusalText(): (error: unknown) => string {
  const t = useWords(commonWords);
  const titleOf = useProblemTitle();
  return (error) => {
    const problem = problemOf(error);
    return problem ? `${titleOf(problem)}: ${problem.detail}` : t('nobodyAnswers');
  };
}

/** The title of a problem in the language of the page: its code is stable, so that it can be said in both. */
export function useProblemTitle(): (problem: { readonly code: string; readonly title: string }) => string {
  const language = useLanguage();
  return ({ code, title }) => (language === 'zh-CN' ? (problemWords[code] ?? title) : title);
}
