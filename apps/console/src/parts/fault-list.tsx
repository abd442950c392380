import { type ApiProblem } from '#client/client';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { useFaultWords } from './fault-words';

type Fault = NonNullable<ApiProblem['errors']>[number];

/** What is wrong, where, and what is allowed instead, in the language of the page. */
export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useWords(commonWords);
  const say = useFaultWords();
  return (
    <ul className="problem-members">
      {faults.map(({ path, problem, allowed }) => (
        <li key={`${path} ${problem}`}>
          {path !== '' && (
            <>
              <code>{path}</code>
              {t('colon')}
            </>
          )}
          {t('fault', {
            problem: say(problem),
            allowed: say(allowed).replace(/^allowed(?: is| are|:)? /, ''),
          })}
        </li>
      ))}
    </ul>
  );
}
