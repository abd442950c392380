import { canonicalJson } from '#decisions/hash';
import { receiptsOf } from '#execution/receipts-of';
import { type LedgerLine } from '#persistence/ledger';
import { differencesOf, differenceText } from '#receipts/differences';
import { type DecisionReceipt } from '#receipts/receipt';

/** What making the decisions of a bundle again came to. */
export interface DecidedAgain {
  readonly decisions: number;
  /** In words: where the core or the rules say something else now. */
  readonly differences: readonly string[];
}

/**
 * Makes every decision of a bundle again from its ledger alone, by the core and the rules of this program, and compares
 * each with its receipt to the letter. The ledger and the receipts are the texts of the bundle.
 */
export async function decideAgain(ledger: string, receipts: string): Promise<DecidedAgain> {
  const kept = new Map(jsonLines<DecisionReceipt>(receipts).map((receipt) => [receipt.id, receipt]));
  const folded = await receiptsOf(jsonLines<LedgerLine>(ledger));
  const differences = folded.receipts.flatMap((now) => {
    const then = kept.get(now.id);
    kept.delete(now.id);
    if (!then || canonicalJson(then) === canonicalJson(now)) return [];
    return [`decision ${now.id} is another now: ${differencesOf(then, now).map(differenceText).join('; ')}`];
  });
  const unknown = [...kept.keys()].map((id) => `the ledger decides nothing like ${id}`);
  return { decisions: folded.receipts.length, differences: [...folded.faults, ...differences, ...unknown] };
}

function jsonLines<Value>(text: string): Value[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Value);
}
