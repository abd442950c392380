import { reckon, type DayBook, type Reckoning, type Run } from '../sla/clock.js';
import { type MeetingFact, type TargetTerms, type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { type IncidentState, type Target } from './state.js';

type Clocks = Pick<IncidentState, 'recordedAt' | 'runs' | 'facts'>;

/** The zone and calendar by which a contract counts working days. */
export function dayBook(terms: Terms): DayBook {
  return { calendar: terms.calendar, zone: terms.zone };
}

/** The deadline of a target over the request's clocks as they stand. */
export function reckonTarget(terms: Terms, target: TargetTerms, clocks: Clocks): Reckoning {
  return reckon(target.measure, runsOf(target, clocks), dayBook(terms));
}

/** A pending target of a request. */
export function pendingTarget(terms: Terms, target: TargetTerms, clocks: Clocks): Target {
  return {
    kind: target.kind,
    terms: target,
    outcome: 'pending',
    metBy: null,
    ...reckonTarget(terms, target, clocks),
  };
}

/** A pending target with its deadline reckoned anew, after its clock stopped or ran again. */
export function rereckoned(terms: Terms, target: Target, clocks: Clocks): Target {
  if (target.outcome !== 'pending' || target.terms.clock === 'response') return target;
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
  const asOfFact = pendingTarget(terms, target, { ...clocks, runs: runsAsOf(clocks.runs, met.at) });
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

function runsOf(target: TargetTerms, clocks: Clocks): readonly Run[] {
  return target.clock === 'response' ? [{ from: clocks.recordedAt, to: null }] : clocks.runs;
}

/** The runs as they stood at an instant: the run that a resolution ended at that very instant was still open. */
function runsAsOf(runs: readonly Run[], at: Instant): Run[] {
  const begun = runs.filter((run) => run.from <= at);
  return begun.map((run, index) => {
    const stillRan = index === begun.length - 1 && (run.to === null || run.to >= at);
    return stillRan ? { from: run.from, to: null } : run;
  });
}
