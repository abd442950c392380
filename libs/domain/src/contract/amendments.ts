import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { sendEnvelope } from '../signing/signing.js';
import { termsAt, type Terms } from '../terms.js';
import { addSeconds, type Instant } from '../time/instant.js';
import * as entry from './amendment-entries.js';
import { type EventOf } from './events.js';
import { invitations } from './signing-entries.js';
import { type AmendmentState, type ContractState } from './state.js';

type Amended = EventOf<'amendment.sent' | 'amendment.agreed'>;
type Holding = Pick<ContractState, 'amendments'>;

/** The terms by which a contract steps now: those it was signed with, or of its last amendment that took effect. */
export function inForce(terms: Terms, { amendments }: Holding): Terms {
  return chained(
    terms,
    amendments.filter(({ status }) => status === 'effective'),
  );
}

/**
 * What holds for a request at an instant: its clocks, priorities and pauses by the terms under which it was put on
 * record, everything else by the terms in force at the instant (clauses 2.2 to 2.6).
 */
export function requestTerms(terms: Terms, state: Holding, recordedAt: Instant, at: Instant): Terms {
  const agreed = state.amendments.filter(({ status }) => status === 'effective' || status === 'agreed');
  if (agreed.length === 0) return terms;
  const all = chained(terms, agreed);
  const { service, calendar, zone } = termsAt(all, recordedAt);
  return { ...termsAt(all, at), service, calendar, zone };
}

/** Terms that are in force already are taken back to those that were signed first: twice is the same as once. */
function chained(terms: Terms, amendments: readonly AmendmentState[]): Terms {
  if (amendments.length === 0 && terms.earlier === undefined) return terms;
  let now = terms.earlier?.at(-1)?.terms ?? terms;
  let earlier: NonNullable<Terms['earlier']> = [];
  for (const { effectiveAt, terms: next } of amendments) {
    earlier = [{ until: effectiveAt, terms: now }, ...earlier];
    now = next;
  }
  return earlier.length === 0 ? now : { ...now, earlier };
}

/** An amendment goes out for signing (clause "Parties"). It has to be signed before it takes effect. */
export function sendAmendment(
  terms: Terms,
  state: ContractState,
  event: EventOf<'amendment.sent'>,
): Step<ContractState> {
  const amendment = added(terms, state, event, 'signing');
  const { at, amendment: id, signing } = event;
  const last = addSeconds(event.effectiveAt, -1);
  const { documentHash, by, ...wish } = signing;
  const dueAt = event.dueAt < last ? event.dueAt : last;
  const envelope = sendEnvelope({ id, subject: 'amendment', documentHash, at, dueAt, by, wish });
  return {
    state: {
      ...state,
      amendments: [...state.amendments, amendment],
      envelopes: [...state.envelopes, envelope],
    },
    entries: [entry.amendmentSent(terms, event, envelope), ...invitations(terms, null, envelope)],
  };
}

/** The parties have agreed on an amendment elsewhere; it takes effect at its instant. */
export function agreeAmendment(
  terms: Terms,
  state: ContractState,
  event: EventOf<'amendment.agreed'>,
): Step<ContractState> {
  const amendment = { ...added(terms, state, event, 'agreed'), agreedAt: event.at };
  return {
    state: { ...state, amendments: [...state.amendments, amendment] },
    entries: [entry.amendmentAgreed(terms, amendment, event.at)],
  };
}

/** What an amendment's signing came to. */
export function concludeAmendment(
  terms: Terms,
  state: ContractState,
  id: string,
  outcome: Exclude<AmendmentState['status'], 'signing' | 'effective'>,
  at: Instant,
): Step<ContractState> {
  const amendments = state.amendments.map((each) =>
    each.id === id ? { ...each, status: outcome, agreedAt: outcome === 'agreed' ? at : null } : each,
  );
  const amendment = amendments.find((each) => each.id === id);
  if (!amendment || outcome !== 'agreed') return { state: { ...state, amendments }, entries: [] };
  return { state: { ...state, amendments }, entries: [entry.amendmentAgreed(terms, amendment, at)] };
}

/** An agreed amendment takes effect: from now on its terms hold. */
export function takeEffect(terms: Terms, state: ContractState, id: string, at: Instant): Step<ContractState> {
  const amendments = state.amendments.map((each): AmendmentState =>
    each.id === id ? { ...each, status: 'effective' } : each,
  );
  const amendment = amendments.find((each) => each.id === id);
  if (!amendment) throw new Error(`there is no amendment ${id}`);
  return {
    state: { ...state, amendments },
    entries: [entry.amendmentEffective(terms, amendment, at)],
  };
}

function added(
  terms: Terms,
  state: ContractState,
  event: Amended,
  status: 'signing' | 'agreed',
): AmendmentState {
  const pending = state.amendments.find((each) => each.status === 'signing' || each.status === 'agreed');
  if (pending) {
    throw new Refusal(
      'wrongState',
      'amendment',
      `${pending.id} is ${pending.status} and not in effect yet`,
      'allowed: one amendment after the other',
    );
  }
  if (state.amendments.some(({ id }) => id === event.amendment)) {
    throw new Refusal('wrongState', 'amendment', `${event.amendment} is taken`, 'allowed: the next number');
  }
  checkAmendment(terms, state, event);
  const { amendment: id, effectiveAt, reason, terms: next } = event;
  return { id, effectiveAt, reason, terms: next, status, agreedAt: null };
}

/**
 * An amendment changes what is to come and nothing that was: the months before it, the invoices issued, the start and
 * the zone stay. A change of fees, targets or rules takes effect with a month, so that no month has two laws.
 */
function checkAmendment(terms: Terms, state: ContractState, event: Amended): void {
  const { at, effectiveAt, terms: next } = event;
  if (effectiveAt <= at || effectiveAt >= terms.endsAt) {
    throw new Refusal(
      'invalidValue',
      'effectiveDate',
      `${effectiveAt} is not within the rest of the term`,
      `allowed: after ${at} and before ${terms.endsAt}`,
    );
  }
  if (next.endsAt <= effectiveAt) {
    throw new Refusal(
      'invalidValue',
      'effectiveDate',
      `${effectiveAt} is not before ${next.endsAt}, when the amended term ends`,
      'allowed: an earlier day or a longer term; an end without more is agreed on as a termination',
    );
  }
  const begins = terms.schedule.some((month) => month.from === effectiveAt);
  if (!begins && !isSame(lawOf(terms), lawOf(next))) {
    throw new Refusal(
      'invalidValue',
      'effectiveDate',
      `${effectiveAt} is within a month of the contract`,
      'allowed: the first of a month; only a change of words may take effect on any day',
    );
  }
  const kept = [
    ['termStart', terms.startsAt === next.startsAt],
    ['zone', terms.zone === next.zone],
    ['obligations', isSame(idsOf(terms), idsOf(next))],
    ['schedule', isSame(monthsBefore(terms, effectiveAt), monthsBefore(next, effectiveAt))],
    ['invoices', isSame(billsIssued(terms, state), billsIssued(next, state))],
  ] as const;
  const changed = kept.find(([, same]) => !same);
  if (!changed) return;
  throw new Refusal(
    'notAllowed',
    changed[0],
    'would change what was before the amendment',
    `allowed: what begins with ${effectiveAt}`,
  );
}

/** Everything of the terms by which a month is judged or paid; the rest is words. */
function lawOf({ template: _t, parameters: _p, clauses: _c, earlier: _e, ...law }: Terms): unknown {
  return law;
}

function idsOf(terms: Terms): readonly string[] {
  return terms.obligations.map(({ id }) => id);
}

function monthsBefore(terms: Terms, at: Instant): unknown {
  return terms.schedule.filter((month) => month.from < at).map(({ from, to, fee }) => ({ from, to, fee }));
}

function billsIssued(terms: Terms, state: ContractState): unknown {
  const { plan } = terms.billing;
  return plan
    .slice(0, state.invoices.length)
    .map(({ period, from, to, amount }) => ({ period, from, to, amount }));
}

function isSame(a: unknown, b: unknown): boolean {
  return inOneOrder(a) === inOneOrder(b);
}

/** As text, whatever the order of members: terms that were stored come back in another one. */
function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
