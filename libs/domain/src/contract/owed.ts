import { atLeastZero, minFen, subtractFen, type Fen } from '../money/fen.js';
import { type Invoice } from './state.js';

/** What of an invoice's own amount is still to be paid: payments go to interest first (Civil Code art. 561). */
export function principalOutstanding(invoice: Invoice): Fen {
  const toPrincipal = atLeastZero(subtractFen(invoice.paid, invoice.interest));
  return subtractFen(subtractFen(invoice.amount, invoice.credited), toPrincipal);
}

/** What of the interest that an invoice asks for is still to be paid. */
export function interestOutstanding({ interest, paid }: Invoice): Fen {
  return subtractFen(interest, minFen(interest, paid));
}
