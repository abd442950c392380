import { type EntityManager } from '@mikro-orm/postgresql';
import { canonicalJson } from '#decisions/hash';
import { inForce } from '#domain/contract/amendments';
import { type ContractState } from '#domain/contract/state';
import { type IncidentState } from '#domain/incident/state';
import { type LedgerLine } from '#persistence/ledger';
import { factLines, recordReceipts } from '#persistence/queries/decision-receipts';
import { type StepTaken } from '#receipts/frame';
import { type DecisionReceipt } from '#receipts/receipt';
import { receiptsOfRequestStep } from '#receipts/request-receipts';
import { CONTRACT_FACTS, isFact, REQUEST_FACTS, sourceLine, Sources } from '#receipts/sources';
import { decidesSomething, receiptsOfContractStep } from '#receipts/step-receipts';

type Written<State> = Omit<StepTaken<State>, 'sources' | 'lines'> & { readonly lines: readonly LedgerLine[] };

/**
 * Writes down the receipts of what a step of the contract itself decided, in its transaction. `terms` are those that it
 * was signed with.
 */
export async function recordContractReceipts(em: EntityManager, step: Written<ContractState>): Promise<void> {
  const { contract, lines, before, after } = step;
  if (!decidesSomething(lines)) return;
  const missed = lines.filter(({ kind }) => kind === 'penalty.fixed').flatMap(({ request }) => request ?? []);
  const wanted = { kinds: CONTRACT_FACTS, requestKinds: REQUEST_FACTS, requests: [...new Set(missed)] };
  const sources = await sourcesOf(em, contract, lines, wanted);
  const terms = inForce(step.terms, before ?? after);
  await record(em, receiptsOfContractStep({ ...step, lines: lines.map(asWritten), terms, sources }));
}

/** Writes down the receipts of what a step of a request decided, in its transaction. `terms` are those that hold for it. */
export async function recordRequestReceipts(
  em: EntityManager,
  step: Written<IncidentState>,
  request: string,
): Promise<void> {
  const { contract, lines } = step;
  if (lines.length === 0) return;
  const wanted = { kinds: [], requestKinds: REQUEST_FACTS, requests: [request] };
  const sources = await sourcesOf(em, contract, lines, wanted);
  await record(em, receiptsOfRequestStep({ ...step, lines: lines.map(asWritten), sources }));
}

/** The lines before the step that it may rest on, and its own. */
async function sourcesOf(
  em: EntityManager,
  contract: string,
  lines: readonly LedgerLine[],
  wanted: Parameters<typeof factLines>[3],
): Promise<Sources> {
  const first = lines[0]?.sequence ?? 0;
  const earlier = await factLines(em, contract, first, wanted);
  return new Sources([...earlier, ...lines.filter(isFact).map((line) => sourceLine(asWritten(line)))]);
}

/** A line with null where the database knows nothing. */
export function asWritten(line: LedgerLine): LedgerLine & { readonly request: string | null } {
  return { ...line, request: line.request ?? null };
}

async function record(em: EntityManager, receipts: readonly DecisionReceipt[]): Promise<void> {
  await recordReceipts(
    em,
    receipts.map((receipt) => ({ receipt, content: canonicalJson(receipt) })),
  );
}
