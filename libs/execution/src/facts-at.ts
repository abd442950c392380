import { type EntityManager } from '@mikro-orm/postgresql';
import { type ContractText, type DraftContract } from '#domain/command';
import { inForce } from '#domain/contract/amendments';
import { type ContractEvent, type EventOf } from '#domain/contract/events';
import { type ContractState } from '#domain/contract/state';
import { type IncidentState } from '#domain/incident/state';
import { type Fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type PartyFields } from '#persistence/entities/contract';
import { LedgerEntry, type LedgerEntryRow } from '#persistence/entities/ledger-entry';
import { type LedgerLine } from '#persistence/ledger';
import { refold } from './refold.js';

/** The terms of a contract with the text that goes with them. */
interface Wording {
  readonly terms: Terms;
  readonly text: ContractText;
}

/** A contract and its requests as they stood right after a line of its ledger, and the line itself. */
export interface FactsAt extends Wording {
  readonly contract: string;
  readonly clock: 'real' | 'manual';
  readonly clientId: string;
  readonly parties: PartyFields;
  readonly state: ContractState;
  /** In the order in which they were put on record. */
  readonly requests: readonly IncidentState[];
  /** All money received so far, in the order of the ledger. */
  readonly payments: readonly {
    readonly at: Instant;
    readonly amount: Fen;
    readonly reference: string | null;
  }[];
  /** What the amendment changes that the line is about; null for any other line. */
  readonly amendment: {
    readonly id: string;
    readonly effectiveAt: Instant;
    readonly reason: string;
    readonly before: Wording;
    readonly after: Wording;
  } | null;
  readonly line: LedgerLine;
}

/**
 * The facts as of a line of a contract's ledger: the ledger folded again up to the end of the step that wrote the
 * line, whatever has happened since. Terms and text are those in force then. Throws where there is no such line, and
 * where the core no longer says what was written down: nothing is issued on such facts.
 */
export async function factsAt(em: EntityManager, contract: string, sequence: number): Promise<FactsAt> {
  return factsOf(await linesThrough(em, contract, sequence), contract, sequence);
}

/** The same of lines that were read before, by {@link linesThrough}: a year's ledger takes a second to fold. */
export async function factsOf(
  lines: readonly LedgerLine[],
  contract: string,
  sequence: number,
): Promise<FactsAt> {
  const line = lines.find((each) => each.sequence === sequence);
  if (!line) throw new Error(`the ledger of ${contract} has no line ${sequence}`);
  const folded = await refold(lines);
  const [fault] = folded.faults;
  if (fault !== undefined) throw new Error(`the ledger of ${contract} does not add up: ${fault}`);
  const { draft, contract: state } = folded;
  const { clock, clientId, parties } = draft;
  const requests = [...folded.requests.values()]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((request) => request.state);
  const events = lines.flatMap(({ event }) => (event === null ? [] : [event as unknown as ContractEvent]));
  return {
    ...wordingOf(draft, state, events),
    contract,
    clock,
    clientId,
    parties,
    state,
    requests,
    payments: events.flatMap(paymentOf),
    amendment: amendmentOf(draft, state, events, line),
    line,
  };
}

/** The lines of a ledger up to the end of the step that wrote one of them; none where it has no such line. */
export async function linesThrough(
  em: EntityManager,
  contractId: string,
  sequence: number,
): Promise<LedgerLine[]> {
  const line = await em.findOne(LedgerEntry, { contractId, sequence }, { disableIdentityMap: true });
  if (!line) return [];
  // The lines of one step stand together, under one version of one owner.
  const { owner, ownerVersion } = line;
  const [last] = await em.find(
    LedgerEntry,
    { contractId, owner, ownerVersion },
    { orderBy: { sequence: 'desc' }, limit: 1, disableIdentityMap: true },
  );
  const rows = await em.find(
    LedgerEntry,
    { contractId, sequence: { $lte: last?.sequence ?? sequence } },
    { orderBy: { sequence: 'asc' }, disableIdentityMap: true },
  );
  return rows.map(plainLine);
}

/** A line as data alone, without what the ORM keeps with its row. */
export function plainLine(row: LedgerEntryRow): LedgerLine {
  const { contractId, sequence, owner, ownerVersion, kind, at, recordedAt, actor, clause } = row;
  const { request, payload, event, previousHash, hash } = row;
  const named = { contractId, sequence, owner, ownerVersion, kind, at, recordedAt, actor, clause };
  return { ...named, request: request ?? null, payload, event: event ?? null, previousHash, hash };
}

function wordingOf(draft: DraftContract, state: ContractState, events: readonly ContractEvent[]): Wording {
  const effective = state.amendments.findLast(({ status }) => status === 'effective');
  const text = effective ? bodyOf(events, effective.id)?.text : draft.text;
  return { terms: inForce(draft.terms, state), text: text ?? draft.text };
}

type AmendmentBody = EventOf<'amendment.sent' | 'amendment.agreed'>;

function bodyOf(events: readonly ContractEvent[], id: string): AmendmentBody | null {
  const bodies = events.filter(
    (event): event is AmendmentBody => event.type === 'amendment.sent' || event.type === 'amendment.agreed',
  );
  return bodies.find((body) => body.amendment === id) ?? null;
}

function amendmentOf(
  draft: DraftContract,
  state: ContractState,
  events: readonly ContractEvent[],
  line: LedgerLine,
): FactsAt['amendment'] {
  const id = line.kind.startsWith('amendment.') ? amendmentIdOf(line) : null;
  const body = id === null ? null : bodyOf(events, id);
  if (id === null || !body) return null;
  const { effectiveAt, reason, terms, text } = body;
  const held = state.amendments.filter(
    (each) => each.id !== id && (each.status === 'effective' || each.status === 'agreed'),
  );
  const earlier = held.findLast((each) => each.effectiveAt <= effectiveAt);
  const before = earlier ? (bodyOf(events, earlier.id) ?? draft) : draft;
  return {
    id,
    effectiveAt,
    reason,
    before: { terms: before.terms, text: before.text },
    after: { terms, text },
  };
}

function amendmentIdOf({ payload }: LedgerLine): string | null {
  const { amendment, envelope } = payload as { readonly amendment?: unknown; readonly envelope?: unknown };
  const id = amendment ?? envelope;
  return typeof id === 'string' ? id : null;
}

/** A payment that was told late counts from when it was made. */
function paymentOf(event: ContractEvent): FactsAt['payments'][number][] {
  if (event.type !== 'payment.received') return [];
  const { at, amount, reference, late } = event;
  return [{ at: late?.countsAt ?? at, amount, reference }];
}
