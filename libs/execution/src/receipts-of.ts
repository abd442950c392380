import { Clerk } from '#decisions/clerk';
import { type Severity } from '#domain/incident/events';
import { type Entry, type Json } from '#domain/entry';
import { type LedgerLine } from '#persistence/ledger';
import { ruleReceiptOf } from '#receipts/frame';
import { type DecisionReceipt } from '#receipts/receipt';
import { receiptsOfRequestStep } from '#receipts/request-receipts';
import { isFact, type SourceLine, sourceLine, Sources, type WrittenLine } from '#receipts/sources';
import { receiptsOfContractStep } from '#receipts/step-receipts';
import { asWritten } from './record-receipts.js';
import { refold, type Refolded, type TakenAgain } from './refold.js';

/** A contract's ledger folded again, with the receipts of all that it decides. */
export interface Receipted extends Refolded {
  readonly receipts: readonly DecisionReceipt[];
}

/**
 * The receipts of a contract made again from its ledger alone: its draft holds the terms with their rules and calendar,
 * its events are the facts. The core steps and the rules decide anew; only the places and hashes of lines are taken as
 * they were written. The same ledger gives the same receipts to the letter.
 */
export async function receiptsOf(
  lines: readonly LedgerLine[],
  clerk = new Clerk(),
  afterStep: (step: TakenAgain) => void = () => {},
): Promise<Receipted> {
  const receipts: DecisionReceipt[] = [];
  const facts: SourceLine[] = [];
  const folded = await refold(lines, clerk, async (step) => {
    afterStep(step);
    const written = await linesNow(step, clerk);
    facts.push(...step.lines.map(asWritten).filter(isFact).map(sourceLine));
    receipts.push(...receiptsOfStep(step, written, new Sources(facts)));
  });
  return { ...folded, receipts };
}

function receiptsOfStep(
  step: TakenAgain,
  lines: readonly WrittenLine[],
  sources: Sources,
): DecisionReceipt[] {
  const contract = step.lines[0]?.contractId ?? '';
  const { terms } = step;
  if (step.owner === 'contract') {
    return receiptsOfContractStep({
      contract,
      terms,
      before: step.before,
      after: step.after,
      lines,
      sources,
    });
  }
  return receiptsOfRequestStep({ contract, terms, before: step.before, after: step.after, lines, sources });
}

/** What the core gives now in the places of what was written; a line that it no longer gives is left out. */
async function linesNow(step: TakenAgain, clerk: Clerk): Promise<WrittenLine[]> {
  const lines = step.entries.slice(0, step.lines.length).map((entry, index) => {
    const { sequence, hash } = step.lines[index] ?? { sequence: 0, hash: '' };
    const { kind, at, clause, request } = entry;
    return { sequence, hash, kind, at, clause, request, payload: entry.payload };
  });
  return Promise.all(lines.map((line) => decidedAnew(step, line, clerk)));
}

/** A classification comes into the core with its event: the rules say it anew from the severity that was told. */
async function decidedAnew(step: TakenAgain, line: WrittenLine, clerk: Clerk): Promise<WrittenLine> {
  const isClassified = line.kind === 'request.recorded' || line.kind === 'request.reclassified';
  if (!isClassified || ruleReceiptOf(line) === null) return line;
  const payload = line.payload as Entry['payload'] & { readonly severity: Severity };
  const { receipt } = await clerk.classify(step.terms, payload.severity);
  return { ...line, payload: { ...payload, receipt: receipt as unknown as Json } as unknown as Json };
}
