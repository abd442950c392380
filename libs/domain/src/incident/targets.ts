import { reckon, type DayBook, type Reckoning, type Run } from '../sla/clock.js';
import { type MeetingFact, type TargetTerms, type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { type IncidentState, type Target } from './state.js';

type Clocks = Pick<IncidentState, 'startedAt' | 'runs' | 'pauses' | 'facts'>;

/** The zone and calendar by which a contract counts working days. */
export function dayBook(terms: Terms): DayBook {
  return { calendar: terms.calendar, zone: terms.zone };
}

/** The deadline of a target over the request's clocks as they stand. */
export function reckonTarget(terms: Terms, target: TargetTerms, clocks: Clocks): Reckoning {
  return reckon(target.measure, runsOf(terms, target, clocks), dayBook(terms));
}

/** A pending target of a request. */
export function pendingTarget(terms: Terms, target: TargetTerms, clocks: Clocks): Target {
  return pendingOver(terms, target, runsOf(terms, target, clocks));
}

function pendingOver(terms: Terms, target: TargetTerms, runs: readonly Run[]): Target {
  const reckoning = reckon(target.measure, runs, dayBook(terms));
  return { kind: target.kind, terms: target, outcome: 'pending', metBy: null, ...reckoning };
}

/** A pending target with its deadline reckoned anew, after its clock stopped or ran again. */
export function rereckoned(terms: Terms, target: Target, clocks: Clocks): Target {
  if (target.outcome !== 'pending' || !knowsPauses(terms, target.terms)) return target;
  return { ...target, ...reckonTarget(terms, target.terms, clocks) };
}

/**
 * A target judged over facts that were there before it: what a reclassification or a reopening does. A fact in time
 * meets it; otherwise a deadline already past is missed at `now`; otherwise it is pending.
 */
export function judgedTarget(terms: Terms, target: TargetTerms, clocks: Clocks, now: Instant): Target {
  const met = earliestMeetingFact(target, clocks);
  if (met === null) {
    const pending = pendingTarget(terms, target, clocks);
    return pending.dueAt !== null && pending.dueAt < now ? { ...pending, outcome: 'missed' } : pending;
  }
  const asOfFact = pendingOver(terms, target, runsAsOf(runsOf(terms, target, clocks), met.at));
  const inTime = asOfFact.dueAt === null || met.at <= asOfFact.dueAt;
  return inTime ? { ...asOfFact, outcome: 'met', metBy: met.fact } : { ...asOfFact, outcome: 'missed' };
}

function earliestMeetingFact(target: TargetTerms, clocks: Clocks): { fact: MeetingFact; at: Instant } | null {
  let earliest: { fact: MeetingFact; at: Instant } | null = null;
  for (const fact of target.metBy) {
    const at = clocks.facts[fact];
    if (at !== null && (earliest === null || at < earliest.at)) earliest = { fact, at };
  }
  return earliest;
}

/** Response clocks never pause, unless the contract says that they do (clause 2.3). */
function knowsPauses(terms: Terms, target: TargetTerms): boolean {
  return target.clock === 'resolution' || terms.service?.pauses === 'both';
}

function runsOf(terms: Terms, target: TargetTerms, clocks: Clocks): readonly Run[] {
  if (target.clock === 'resolution') return since(clocks.runs, clocks.startedAt);
  return knowsPauses(terms, target)
    ? between(clocks.startedAt, clocks.pauses)
    : [{ from: clocks.startedAt, to: null }];
}

/** The part of the runs from an instant on: a clock that started anew counts nothing before it. */
function since(runs: readonly Run[], from: Instant): readonly Run[] {
  if (runs[0]?.from === from) return runs;
  return runs
    .filter((run) => run.to === null || run.to > from || run.from >= from)
    .map((run) => (run.from < from ? { ...run, from } : run));
}

/** The time from an instant on that lies between pauses. */
function between(from: Instant, pauses: readonly Run[]): Run[] {
  const runs: Run[] = [];
  let start: Instant | null = from;
  for (const pause of since(pauses, from)) {
    if (start !== null) runs.push({ from: start, to: pause.from });
    start = pause.to;
  }
  return start === null ? runs : [...runs, { from: start, to: null }];
}

/** The runs as they stood at an instant: the run that a resolution ended at that very instant was still open. */
function runsAsOf(runs: readonly Run[], at: Instant): Run[] {
  const begun = runs.filter((run) => run.from <= at);
  return begun.map((run, index) => {
    const stillRan = index === begun.length - 1 && (run.to === null || run.to >= at);
    return stillRan ? { from: run.from, to: null } : run;
  });
}
