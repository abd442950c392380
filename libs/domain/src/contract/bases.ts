import { ZERO_FEN, type Fen } from '../money/fen.js';
import { type ConsequenceTerms, type Terms } from '../terms.js';
import { type Period } from '../time/dates.js';

/** The amount that a consequence's permille is taken of. */
export function baseOf(terms: Terms, consequence: ConsequenceTerms | undefined, period: Period | null): Fen {
  switch (consequence?.base) {
    case 'amountAtSigning':
      return terms.amountAtSigning;
    case 'monthFee':
      return terms.schedule.find((month) => month.period === period)?.fee ?? ZERO_FEN;
    default:
      return terms.totalAmount;
  }
}
