import { type Clerk } from '#decisions/clerk';
import { DecisionError } from '#decisions/decision-error';
import { missConsequence } from '#domain/contract/account';
import { baseOf } from '#domain/contract/bases';
import { outstanding } from '#domain/contract/billing';
import { nextContractDeadline } from '#domain/contract/deadlines';
import { type ContractContext, type ContractDeadline, type ContractEvent } from '#domain/contract/events';
import { type ContractState, type FixedMiss, type Opening } from '#domain/contract/state';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { type Step } from '#domain/entry';
import { type Miss } from '#domain/incident/state';
import { fen, sumFen, ZERO_FEN, type Fen } from '#domain/money/fen';
import { type PeriodTerms, type Terms } from '#domain/terms';
import { addPeriods } from '#domain/time/dates';
import { addSeconds } from '#domain/time/instant';
import { signedContract } from '#rehearsal/rehearse';
import { mostOf, overfullWindow, standingOf, type Overfull } from './cap-windows.js';

/** What a run of the core under stress came to. */
export interface Stressed {
  /** How often the caps were looked at. */
  readonly looks: number;
  readonly overfull: (Overfull & { readonly consequence: string; readonly through: string }) | null;
  /** Why the core could not go on: no decision, or an amount beyond all bounds. */
  readonly stopped: string | null;
  /** The most that stood of each consequence at any time. */
  readonly reached: ReadonlyMap<string, { readonly month: Fen; readonly term: Fen }>;
}

/** Misses that are made in a bad month. */
interface Load {
  readonly misses: readonly { readonly priority: string; readonly target: string }[];
  readonly perMonth: number;
}

/** After so many months every window of every cap has come and gone; longer terms are not run to their end. */
const MOST_MONTHS = 40;
const UNPAID_MONTHS = 18;
/** In each bad month so many of the first misses are waived, the next one is annulled. */
const WAIVED_IN_MONTH = 2;

/**
 * Runs the real core through a term that is made to break each window of a cap: many misses at one instant, at the
 * beginning and at the end of months, before and after the turn of years, a year after one another; a miss that comes
 * late into an early month; waivers and annulled misses in between, once of a whole month; obligations performed at the
 * very end; where a renewal takes over, with half of each cap used before; invoices
 * paid very late. Looks at every cap after every step.
 */
export class Stress {
  private looks = 0;
  private overfull: Stressed['overfull'] = null;
  private readonly reached = new Map<string, { month: Fen; term: Fen }>();
  private readonly bad: ReadonlySet<number>;
  private last: ContractState | null = null;

  constructor(
    private readonly terms: Terms,
    private readonly clerk: Clerk,
    private readonly load: Load,
  ) {
    this.bad = badMonths(terms);
  }

  async run(): Promise<Stressed> {
    const stopped = await this.through().then(
      () => null,
      (error: unknown) => {
        if (error instanceof DecisionError || error instanceof RangeError) return error.message;
        throw error;
      },
    );
    return { looks: this.looks, overfull: this.overfull, stopped, reached: this.reached };
  }

  private async through(): Promise<void> {
    let state: ContractState = { ...signedContract(this.terms), opening: openingOf(this.terms) };
    while (this.overfull === null && state.closedMonths.length < MOST_MONTHS) {
      const deadline = nextContractDeadline(this.terms, state);
      if (deadline === null) break;
      if (deadline.kind === 'monthClose') state = this.withMisses(state);
      state = await this.fired(state, deadline);
      if (deadline.kind === 'invoiceIssue') state = await this.paid(state);
      if (deadline.kind === 'monthClose') state = await this.corrected(state);
    }
  }

  private fired(state: ContractState, deadline: ContractDeadline): Promise<ContractState> {
    return this.taken((context) => fireContractDeadline(this.terms, state, deadline, context));
  }

  private stepped(state: ContractState, event: ContractEvent): Promise<ContractState> {
    return this.taken((context) => stepContract(this.terms, state, event, context));
  }

  private async taken(take: (context: ContractContext) => Step<ContractState>): Promise<ContractState> {
    const { state } = await this.clerk.answering((answers) => take({ requests: [], answers }));
    // Whatever changes what stands makes a new list of it.
    if (state.misses !== this.last?.misses || state.charges !== this.last.charges) this.look(state);
    this.last = state;
    return state;
  }

  private look(state: ContractState): void {
    for (const consequence of this.terms.consequences) {
      this.looks += 1;
      const standing = standingOf(state, consequence);
      const most = mostOf(standing);
      const known = this.reached.get(consequence.id) ?? { month: ZERO_FEN, term: ZERO_FEN };
      this.reached.set(consequence.id, {
        month: fen(Math.max(known.month, most.month)),
        term: fen(Math.max(known.term, most.term)),
      });
      const overfull = overfullWindow(consequence.caps, standing);
      if (overfull) this.overfull ??= { ...overfull, consequence: consequence.id, through: state.through };
    }
  }

  /** The misses of the month that is about to close; they stand where those of requests would. */
  private withMisses(state: ContractState): ContractState {
    const index = state.closedMonths.length;
    const month = this.terms.schedule[index];
    if (!month || !this.bad.has(index) || this.load.misses.length === 0) return state;
    const made = Array.from({ length: this.load.perMonth }, (_, place) => this.miss(month, month, place));
    const early = this.terms.schedule[1];
    if (early && index > 1) made.push(this.miss(month, early, this.load.perMonth));
    return { ...state, ownMisses: [...state.ownMisses, ...made] };
  }

  /** A miss that falls into a month and that a month owns: half of them at its beginning, half in its last second. */
  private miss(month: PeriodTerms, owner: PeriodTerms, place: number): Miss {
    const which = this.load.misses[place % this.load.misses.length] ?? { priority: 'none', target: 'report' };
    const at = place % 2 === 0 ? month.from : addSeconds(month.to, -1);
    const base = baseOf(this.terms, missConsequence(this.terms), owner.period);
    const request = `R-${month.period}-${String(place).padStart(3, '0')}`;
    return { ...which, request, at, dueAt: at, period: owner.period, base };
  }

  /** At once, as a rule; where interest has a cap, all of it only after a year and a half. */
  private async paid(state: ContractState): Promise<ContractState> {
    const hasCap = this.terms.consequences.some(({ on, caps }) => on === 'latePayment' && caps.length > 0);
    const amount = sumFen(state.invoices.map(outstanding));
    if (amount <= 0 || (hasCap && state.closedMonths.length < UNPAID_MONTHS)) return state;
    return this.stepped(state, { type: 'payment.received', at: state.through, amount, reference: null });
  }

  /** Waivers and annulled misses, then what has to be performed before the term is over. */
  private async corrected(before: ContractState): Promise<ContractState> {
    let state = before;
    const index = state.closedMonths.length - 1;
    const period = state.closedMonths[index]?.period;
    const isWaivedWhole = [...this.bad][1] === index;
    const standing = state.misses.filter((miss) => miss.period === period && miss.waiver === null);
    for (const [place, miss] of standing.entries()) {
      if (isWaivedWhole || place < WAIVED_IN_MONTH) state = await this.stepped(state, waiver(state, miss));
      else if (place === WAIVED_IN_MONTH) state = await this.stepped(state, annulment(state, miss));
    }
    if (index !== this.terms.schedule.length - 2) return state;
    for (const { id, performedAt } of state.obligations) {
      if (performedAt === null)
        state = await this.stepped(state, {
          type: 'obligation.performed',
          at: state.through,
          obligation: id,
        });
    }
    return state;
  }
}

function waiver({ through }: ContractState, { request, target }: FixedMiss): ContractEvent {
  return { type: 'miss.waived', at: through, request, target, reason: 'proof', by: 'client' };
}

function annulment({ through }: ContractState, { request, target, at }: FixedMiss): ContractEvent {
  return { type: 'miss.annulled', at: through, request, target, missAt: at, nowMet: true, reason: 'proof' };
}

/** The first months, those around the first two turns of the year, those a year after the first, the last. */
function badMonths({ schedule }: Terms): Set<number> {
  const turns = schedule.flatMap(({ period }, index) => (period.endsWith('-12') ? [index, index + 1] : []));
  const wanted = [0, 1, ...turns.slice(0, 4), 11, 12, 13, schedule.length - 1];
  return new Set(wanted.filter((index) => index >= 0 && index < schedule.length).toSorted((a, b) => a - b));
}

/** Half of each cap as used up in the month before the term. */
function openingOf({ renewal, consequences, schedule }: Terms): Opening | null {
  const [first] = schedule;
  if (renewal.carriesOver === 'nothing' || !first) return null;
  const period = addPeriods(first.period, -1);
  const used = consequences.flatMap(({ id, caps }) => {
    const smallest = Math.min(...caps.map(({ amount }) => amount));
    return caps.length === 0 ? [] : [{ consequence: id, period, amount: fen(Math.floor(smallest / 2)) }];
  });
  return { failedPeriods: [], used };
}
