import type { Receipt, RuleSet } from '#domain/decision';
import { joinPath, quote } from '#domain/fault';
import { createReferenceDecider, type Decider } from './decide.js';

/** Whether a receipt says what the rules say, and every place where it does not. */
export interface Verification {
  readonly same: boolean;
  /** `outcome.priority: "high" in the receipt, "critical" by the rules`. */
  readonly differences: readonly string[];
}

/**
 * Decides again from the receipt's facts, by json-rules-engine itself, and compares every member, bit for bit. A rule set of another content than
 * the one named by the receipt is a difference by its hash. Never throws: facts that do not decide are a difference.
 */
export async function verifyReceipt(
  ruleSet: RuleSet,
  receipt: Receipt,
  decider: Decider = createReferenceDecider(),
): Promise<Verification> {
  const differences: string[] = [];
  try {
    const again = await decider.decide(ruleSet, receipt.facts);
    collectDifferences(receipt, again.receipt, '', differences);
  } catch (error) {
    differences.push(error instanceof Error ? error.message : String(error));
  }
  return { same: differences.length === 0, differences };
}

function collectDifferences(given: unknown, found: unknown, path: string, differences: string[]): void {
  if (Object.is(given, found)) return;
  if (!isTree(given) || !isTree(found) || Array.isArray(given) !== Array.isArray(found)) {
    differences.push(`${path || 'receipt'}: ${say(given)} in the receipt, ${say(found)} by the rules`);
    return;
  }
  for (const key of new Set([...Object.keys(given), ...Object.keys(found)])) {
    const at = joinPath(path, Array.isArray(given) ? Number(key) : key);
    collectDifferences(given[key], found[key], at, differences);
  }
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function say(value: unknown): string {
  return value === undefined ? 'nothing' : quote(value);
}
