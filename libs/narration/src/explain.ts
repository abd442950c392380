import { type Explanation } from '#decisions/explanation';
import { chinese } from './explain-chinese.js';
import { english } from './explain-english.js';
import { type ExplanationGrammar } from './explain-grammar.js';
import { type Sentence } from './words.js';

/** How many of the nearest changes the sentences tell. */
const TOLD_CHANGES = 3;

/**
 * An explanation in both languages, sentence by sentence: what was decided and why, each rule that did not hold and by
 * how much, and what would have changed it.
 */
export function explanationSentences(
  explanation: Explanation,
): Readonly<Record<keyof Sentence, readonly string[]>> {
  return { 'zh-CN': told(explanation, chinese), en: told(explanation, english) };
}

/** The same as one text in each language. */
export function explanationText(explanation: Explanation): Sentence {
  const sentences = explanationSentences(explanation);
  return { 'zh-CN': sentences['zh-CN'].join(''), en: sentences.en.join(' ') };
}

function told(explanation: Explanation, grammar: ExplanationGrammar): string[] {
  const { rules, nearest } = explanation;
  const sentences = [
    grammar.decided(explanation),
    ...rules.filter(({ fired }) => !fired).map((rule) => grammar.failed(explanation, rule)),
  ];
  const changes = nearest.slice(0, TOLD_CHANGES);
  return changes.length === 0 ? sentences : [...sentences, grammar.nearest(explanation, changes)];
}
