import { answerDifferences } from '#rehearsal/acceptance';
import { type RehearsalDocument } from '#rehearsal/document';

/**
 * What a rehearsal's document lacks of what was expected, one line for each difference. Members beyond those expected
 * are no difference; entries of lists are, and requests that were not expected.
 */
export function documentDifferences(expected: RehearsalDocument, answer: RehearsalDocument): string[] {
  return answerDifferences({ ...expected }, answer);
}
