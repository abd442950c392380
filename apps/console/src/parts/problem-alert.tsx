import { Alert, Button, Flex } from 'antd';
import { problemOf } from '~/api/api';
import { commonWords } from '~/words/common';
import { problemWords } from '~/words/problems';
import { useLanguage, useWords } from '~/words/words';

interface Props {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What was refused, why, and what is allowed: the problem of the API as it is. */
export function ProblemAlert({ error, onRetry }: Props) {
  const t = useWords(commonWords);
  const titleOf = useProblemTitle();
  const problem = problemOf(error);
  if (!problem)
    return (
      <Alert
        type="error"
        showIcon
        title={t('nobodyAnswers')}
        description={t('nobodyAnswersHelp')}
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
          {errors.length === 0 && <span>{detail}</span>}
          {errors.length > 0 && (
            <ul className="problem-members">
              {errors.map(({ path, problem: what, allowed }) => (
                <li key={`${path} ${what}`}>
                  <code>{path}</code>: {what} ({t('allowed', { allowed: allowed.replace(/^allowed:? /, '') })}
                  )
                </li>
              ))}
            </ul>
          )}
          {errorId && <small>{t('reference', { id: errorId })}</small>}
        </Flex>
      }
    />
  );
}

/** The title of a problem in the language of the page: its code is stable, so that it can be said in both. */
export function useProblemTitle(): (problem: { readonly code: string; readonly title: string }) => string {
  const language = useLanguage();
  return ({ code, title }) => (language === 'zh-CN' ? (problemWords[code] ?? title) : title);
}
