import { createReferenceDecider } from '#decisions/decide';
import { canonicalJson } from '#decisions/hash';
import { Clerk } from '#decisions/clerk';
import { verifyReceipt } from '#decisions/verify';
import { type DraftContract } from '#domain/command';
import { inForce, requestTerms } from '#domain/contract/amendments';
import { nextContractDeadline } from '#domain/contract/deadlines';
import { type ContractContext, type ContractEvent } from '#domain/contract/events';
import { draftContract } from '#domain/contract/draft';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { type ContractState } from '#domain/contract/state';
import { type Entry, type Json, type Step } from '#domain/entry';
import { correctIncident } from '#domain/incident/correction';
import { type IncidentEvent } from '#domain/incident/events';
import { fireTargetDeadlines, recordIncident, stepIncident } from '#domain/incident/step';
import { nextTargetDeadline, type IncidentState } from '#domain/incident/state';
import { serviceOf, type Terms } from '#domain/terms';
import { type LedgerLine } from '#persistence/ledger';

/** A contract and its requests as their ledger alone makes them. */
export interface Refolded {
  readonly draft: DraftContract;
  readonly terms: Terms;
  readonly contract: ContractState;
  readonly contractVersion: number;
  readonly requests: ReadonlyMap<
    string,
    { readonly state: IncidentState; readonly version: number; readonly ordinal: number }
  >;
  /** Where what the core says now differs from what was written then. */
  readonly faults: readonly string[];
}

/** A step as it was taken again: by which terms, from where to where, and what the core gives beside what was written. */
export type TakenAgain = {
  readonly lines: readonly LedgerLine[];
  readonly entries: readonly Entry[];
  readonly terms: Terms;
} & (
  | { readonly owner: 'contract'; readonly before: ContractState | null; readonly after: ContractState }
  | { readonly owner: 'request'; readonly before: IncidentState | null; readonly after: IncidentState }
);

/**
 * Folds a ledger again: the recorded events go through the same core and the same rules as when they happened, and what
 * comes out is compared, line by line, with what was written. Throws when the ledger is no fold of anything.
 */
export async function refold(
  lines: readonly LedgerLine[],
  clerk = new Clerk(),
  afterStep: (step: TakenAgain) => void | Promise<void> = () => {},
): Promise<Refolded> {
  const folder = new Folder(clerk, afterStep);
  for (const group of stepsOf(lines)) await folder.take(group);
  return folder.result();
}

class Folder {
  private readonly faults: string[] = [];
  /** One for all lines: each rule set is checked and built once. */
  private readonly engine = createReferenceDecider();
  private readonly requests = new Map<string, { state: IncidentState; version: number; ordinal: number }>();
  private draft: DraftContract | null = null;
  private contract: ContractState | null = null;
  private contractVersion = 0;

  constructor(
    private readonly clerk: Clerk,
    private readonly afterStep: (step: TakenAgain) => void | Promise<void>,
  ) {}

  async take(group: readonly LedgerLine[]): Promise<void> {
    const first = group[0];
    if (!first) return;
    const step = first.owner === 'contract' ? await this.contractStep(first) : await this.requestStep(first);
    this.compare(step.entries, group);
    await this.afterStep({ ...step, lines: group } as TakenAgain);
  }

  result(): Refolded {
    if (!this.draft || !this.contract) throw new Error('the ledger has no draft');
    const { draft, contract, contractVersion, requests, faults } = this;
    return { draft, terms: draft.terms, contract, contractVersion, requests, faults };
  }

  private async contractStep(first: LedgerLine): Promise<Omit<TakenAgain, 'lines'>> {
    const event = first.event as unknown as ContractEvent | DraftContract | null;
    if (event?.type === 'contract.draft') this.draft = event;
    if (!this.draft) throw new Error(`line ${first.sequence} comes before the draft`);
    const before = this.contract;
    const { state, entries } = await this.contractStepUnder(this.draft.terms, first, event);
    this.contract = state;
    this.contractVersion = first.ownerVersion;
    const terms = inForce(this.draft.terms, before ?? state);
    return { owner: 'contract', before, after: state, entries, terms };
  }

  private async contractStepUnder(
    terms: Terms,
    first: LedgerLine,
    event: ContractEvent | DraftContract | null,
  ): Promise<Step<ContractState>> {
    if (event?.type === 'contract.draft')
      return draftContract(terms, first.contractId, event.at, { renews: event.renews ?? null });
    if (!this.contract) throw new Error(`line ${first.sequence} comes before the draft`);
    const contract = this.contract;
    if (event) return this.answered((context) => stepContract(terms, contract, event, context));
    const deadline = nextContractDeadline(terms, contract);
    if (!deadline) throw new Error(`line ${first.sequence} has no cause: the contract had no deadline left`);
    return this.answered((context) => fireContractDeadline(terms, contract, deadline, context));
  }

  private answered(take: (context: ContractContext) => Step<ContractState>): Promise<Step<ContractState>> {
    const requests = [...this.requests.values()].map(({ state }) => state);
    return this.clerk.answering((answers) => take({ requests, answers }));
  }

  private async requestStep(first: LedgerLine): Promise<Omit<TakenAgain, 'lines'>> {
    const { draft, contract } = this;
    const { request } = first;
    if (!draft || !contract || !request) throw new Error(`line ${first.sequence} belongs to no request`);
    const known = this.requests.get(request);
    const terms = requestTerms(draft.terms, contract, known?.state.recordedAt ?? first.at, first.at);
    const step = await this.requestStepUnder(terms, first, request, known?.state);
    this.requests.set(request, {
      state: step.state,
      version: first.ownerVersion,
      ordinal: known?.ordinal ?? first.sequence,
    });
    const { state: after, entries } = step;
    return { owner: 'request', before: known?.state ?? null, after, entries, terms };
  }

  private async requestStepUnder(
    terms: Terms,
    first: LedgerLine,
    request: string,
    state: IncidentState | undefined,
  ): Promise<Step<IncidentState>> {
    const event = first.event as unknown as (IncidentEvent & { lateReason?: string }) | null;
    if (event && 'classification' in event) await this.checkClassification(terms, first, event);
    if (event?.type === 'request.recorded') return recordIncident(terms, request, event);
    if (!state) throw new Error(`line ${first.sequence} comes before the record of ${request}`);
    if (event === null)
      return fireTargetDeadlines(terms, state, { until: deadlineOf(state, first), inclusive: true });
    if (event.lateReason === undefined || !isLate(first) || event.type === 'contract.ended')
      return stepIncident(terms, state, event);
    const { lateReason, ...fact } = event;
    return correctIncident(terms, state, fact, lateReason);
  }

  private async checkClassification(
    terms: Terms,
    line: LedgerLine,
    event: Extract<IncidentEvent, { classification: unknown }>,
  ): Promise<void> {
    const { receipt } = event.classification;
    if (!receipt) return;
    const { same, differences } = await verifyReceipt(serviceOf(terms).rules, receipt, this.engine);
    if (!same)
      this.faults.push(
        `line ${line.sequence}: the priority rules decide differently now: ${differences.join('; ')}`,
      );
  }

  private compare(entries: readonly Entry[], lines: readonly LedgerLine[]): void {
    if (entries.length !== lines.length) {
      const first = lines[0]?.sequence ?? 0;
      this.faults.push(
        `line ${first}: ${lines.length} entries were written, the core now gives ${entries.length}`,
      );
      return;
    }
    lines.forEach((line, index) => {
      const entry = entries[index];
      if (!entry || essence(entry) !== essence(line)) {
        this.faults.push(
          `line ${line.sequence}: ${line.kind} at ${line.at} was written, the core now gives ${entry?.kind} at ${entry?.at}`,
        );
      }
    });
  }
}

/** The entries of one step stand together: they share their owner and its version. */
function stepsOf(lines: readonly LedgerLine[]): LedgerLine[][] {
  const steps: LedgerLine[][] = [];
  for (const line of lines) {
    const last = steps.at(-1)?.[0];
    if (last && last.owner === line.owner && last.ownerVersion === line.ownerVersion)
      steps.at(-1)?.push(line);
    else steps.push([line]);
  }
  return steps;
}

function essence({ kind, at, clause, request, payload }: Entry | LedgerLine): string {
  return canonicalJson({ kind, at, clause, request, payload });
}

function deadlineOf(state: IncidentState, line: LedgerLine): IncidentState['through'] {
  const at = nextTargetDeadline(state);
  if (at === null)
    throw new Error(`line ${line.sequence} has no cause: ${state.request} had no deadline left`);
  return at;
}

function isLate(line: LedgerLine): boolean {
  const payload = line.payload as { readonly [key: string]: Json } | null;
  return payload !== null && payload['late'] === true;
}
