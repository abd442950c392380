import { type DeedOutcome } from '../signing-acts.js';
import { plainPage } from './layout.js';
import { stillWaiting, word, type PageLanguage } from './words.js';

/** What happened, and what comes next. */
export function outcomePage(language: PageLanguage, { deed, status, waiting }: DeedOutcome): string {
  const ended = word(language, 'linkEnded');
  switch (deed) {
    case 'signature.declined':
      return plainPage(language, 'doneDeclined', [word(language, 'nextDeclined'), ended]);
    case 'signature.delegated':
      return plainPage(language, 'doneDelegated', [word(language, 'nextDelegated'), ended]);
    default:
      return status === 'completed'
        ? plainPage(language, 'doneCompleted', [word(language, 'nextCompleted'), ended])
        : plainPage(language, 'doneSigned', [stillWaiting(language, waiting), ended]);
  }
}
