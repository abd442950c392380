import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { sendEnvelope } from '../signing/signing.js';
import { termsAt, type BillTerms, type Terms } from '../terms.js';
import { addSeconds, type Instant } from '../time/instant.js';
import * as entry from './amendment-entries.js';
import { type EventOf } from './events.js';
import { isSame, parametersOfRules } from './laws.js';
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
 * record, everything else by the terms in force at the instant (clauses 2.2 to 2.6). A fact told late is set in its place
 * among others: what held at the instant of each stays known.
 */
export function requestTerms(terms: Terms, state: Holding, recordedAt: Instant, at: Instant): Terms {
  const agreed = state.amendments.filter(({ status }) => status === 'effective' || status === 'agreed');
  if (agreed.length === 0) return terms;
  const all = chained(terms, agreed);
  const { service, calendar, zone, parameters } = termsAt(all, recordedAt);
  const own = { service, calendar, zone, parameters };
  const earlier = (all.earlier ?? []).map(({ until, terms: held }) => ({
    until,
    terms: { ...held, ...own },
  }));
  return { ...all, ...own, clauses: termsAt(all, at).clauses, earlier };
}

/** The terms that will hold just before an instant ahead: those in force, and amendments agreed on that take effect until then. */
export function termsAhead(terms: Terms, { amendments }: Holding, at: Instant): Terms {
  return chained(
    terms,
    amendments.filter(({ status, effectiveAt }) => {
      return status === 'effective' || (status === 'agreed' && effectiveAt < at);
    }),
  );
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
  checkRenewal(terms, state, amendment.terms);
  return { state: { ...state, amendments }, entries: [entry.amendmentAgreed(terms, amendment, at)] };
}

/** An agreed amendment takes effect: from now on its terms hold. */
export function takeEffect(terms: Terms, state: ContractState, id: string, at: Instant): Step<ContractState> {
  const amendments = state.amendments.map((each): AmendmentState =>
    each.id === id ? { ...each, status: 'effective' } : each,
  );
  const amendment = amendments.find((each) => each.id === id);
  if (!amendment) throw new Error(`there is no amendment ${id}`);
  // With another end there is another last day for a notice about the renewal.
  const isMoved = amendment.terms.endsAt !== terms.endsAt;
  const renewal = isMoved ? { ...state.renewal, noticePassedAt: null } : state.renewal;
  return {
    state: { ...state, amendments, renewal },
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
  checkRenewal(terms, state, next);
  checkKept(terms, state, event);
}

/** What was before an amendment, or is by the time it takes effect, stays as it was. */
function checkKept(terms: Terms, state: ContractState, { effectiveAt, terms: next }: Amended): void {
  const known = billsBefore(terms, state, effectiveAt);
  const kept = [
    ['termStart', terms.startsAt === next.startsAt],
    ['zone', terms.zone === next.zone],
    ['obligations', isSame(obligationsOf(terms, effectiveAt), obligationsOf(next, effectiveAt))],
    ['schedule', isSame(monthsBefore(terms, effectiveAt), monthsBefore(next, effectiveAt))],
    ['invoices', isSame(firstBills(terms, known), firstBills(next, known))],
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

/** A contract that is renewed from its end on has that end: the next contract begins there. Throws a Refusal. */
function checkRenewal(terms: Terms, { renewal }: ContractState, next: Terms): void {
  if (next.endsAt === terms.endsAt || (!renewal.arisen && renewal.contract === null)) return;
  throw new Refusal(
    'notAllowed',
    'renewal',
    `moves the end of the term, on which ${renewal.contract ?? 'its renewal'} begins`,
    `allowed: an end at ${terms.endsAt}`,
  );
}

/** Everything of the terms by which a month is judged or paid, what the rules ask for included; the rest is words. */
function lawOf(terms: Terms): unknown {
  const { template: _t, parameters: _p, clauses: _c, earlier: _e, ...law } = terms;
  return { ...law, parameters: parametersOfRules(terms) };
}

/** Each obligation by its name, and where it falls due before an instant when it does. */
function obligationsOf(terms: Terms, at: Instant): unknown {
  return terms.obligations.map(({ id, dueAt }) => ({ id, dueAt: dueAt < at ? dueAt : null }));
}

function monthsBefore(terms: Terms, at: Instant): unknown {
  return terms.schedule.filter((month) => month.from < at).map(({ from, to, fee }) => ({ from, to, fee }));
}

/** How many invoices are issued, or will be before an instant: in advance that is when their span begins (clause 3.2). */
function billsBefore({ billing }: Terms, { invoices }: ContractState, at: Instant): number {
  const isBefore = ({ from, to }: BillTerms): boolean => (billing.timing === 'inAdvance' ? from : to) < at;
  const coming = billing.timing === 'onPerformance' ? 0 : billing.plan.filter(isBefore).length;
  return Math.max(invoices.length, coming);
}

function firstBills({ billing }: Terms, count: number): unknown {
  return billing.plan.slice(0, count).map(({ period, from, to, amount }) => ({ period, from, to, amount }));
}
