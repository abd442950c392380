import { missConsequence } from '../contract/account.js';
import { baseOf } from '../contract/bases.js';
import { type Entry, type Step } from '../entry.js';
import { periodAt, termsAt, type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { targetEntry } from './entries.js';
import { type IncidentState, type Miss, type Target, type Verdict } from './state.js';

/** Compares the targets before and after, and writes down every verdict and miss that came or went. */
export function concluded(
  terms: Terms,
  before: IncidentState,
  after: IncidentState,
  first: Entry | null,
): Step<IncidentState> {
  const entries: Entry[] = first ? [first] : [];
  let verdicts: readonly Verdict[] = after.verdicts;
  const misses: Miss[] = [...after.misses];
  for (const target of after.targets) {
    const earlier = before.targets.find((candidate) => candidate.kind === target.kind);
    if (earlier?.outcome === target.outcome) continue;
    // A new cycle asks again; what the one before decided stays decided.
    const isSameCycle = after.startedAt === before.startedAt;
    if (isSameCycle && (earlier?.outcome === 'met' || earlier?.outcome === 'missed'))
      verdicts = takenBack(verdicts, target, after.through);
    if (target.outcome === 'met' || target.outcome === 'missed') {
      const { outcome, kind } = target;
      verdicts = [
        ...verdicts,
        { target: kind, outcome, priority: after.priority, at: after.through, takenBackAt: null },
      ];
    }
    if (target.outcome === 'missed') misses.push(missOf(terms, after, target));
    entries.push(targetEntry(after, target));
  }
  return { state: { ...after, verdicts, misses }, entries };
}

function takenBack(verdicts: readonly Verdict[], target: Target, at: Instant): Verdict[] {
  return verdicts.map((verdict) =>
    verdict.target === target.kind && verdict.takenBackAt === null
      ? { ...verdict, takenBackAt: at }
      : verdict,
  );
}

function missOf(terms: Terms, state: IncidentState, target: Target): Miss {
  const byRecord = terms.service?.missOwnedBy === 'record';
  // By the amounts in force when it was missed, also where a fact told late brings it about.
  const law = termsAt(terms, state.through);
  const month = periodAt(law, byRecord ? state.recordedAt : state.through);
  if (!month || target.dueAt === null)
    throw new Error(`a miss outside the term: ${state.request} ${target.kind} ${state.through}`);
  return {
    request: state.request,
    target: target.kind,
    at: state.through,
    dueAt: target.dueAt,
    period: month.period,
    priority: state.priority,
    base: baseOf(law, missConsequence(law), month.period),
  };
}
