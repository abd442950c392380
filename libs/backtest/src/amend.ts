import { type Fault, joinPath, unknownName } from '#domain/fault';
import { type ConsequenceTerms, type Priority, type TargetTerms, type Terms } from '#domain/terms';
import {
  type AmendedTarget,
  type Amendment,
  PRIORITY_RULES,
  type TemplateWithCalendars,
} from './amendment.js';
import { type Amended as GoesOn } from '#templates/amended-months';
import { ruleFaults } from './amended-rules.js';
import { rebuilt } from './rebuild.js';

/** A contract's terms as amended, and the recorded parameters that the amended template has no use for. */
export type Amended =
  { readonly terms: Terms; readonly notCarried: readonly string[] } | { readonly faults: readonly Fault[] };

/**
 * The terms that a contract would have had under an amendment. `recorded` is the template that its terms were made
 * from, needed where parameters, or days that roll by the calendar, are amended; null where it is not to be found.
 * Faults name what does not fit, by its path in the amendment. Nothing is changed in the terms given. `goesOn`: they
 * are those of an amendment that took effect, and go on from the terms before it.
 */
export async function amend(
  terms: Terms,
  amendment: Amendment,
  recorded: TemplateWithCalendars | null,
  goesOn?: GoesOn,
): Promise<Amended> {
  const base = await rebuilt(terms, amendment, recorded, goesOn);
  if ('faults' in base) return base;
  const targeted = withTargets(base.terms, amendment.targets ?? {});
  if ('faults' in targeted) return targeted;
  const ruled = withRules(targeted.terms, amendment.rules ?? {});
  if ('faults' in ruled) return ruled;
  const faults = ruleFaults(ruled.terms, amendment, (amendment.template ?? recorded)?.template ?? null);
  return faults.length > 0 ? { faults } : { terms: ruled.terms, notCarried: base.notCarried };
}

type Changed = { readonly terms: Terms } | { readonly faults: readonly Fault[] };

/** The tables of the priorities that are named; the others stay. */
function withTargets(terms: Terms, amended: NonNullable<Amendment['targets']>): Changed {
  const entries = Object.entries(amended);
  if (entries.length === 0) return { terms };
  const { service } = terms;
  if (!service) return { faults: [noRequests('targets')] };
  const known = Object.keys(service.targets);
  const faults: Fault[] = [];
  const targets: Record<Priority, readonly TargetTerms[]> = { ...service.targets };
  for (const [priority, list] of entries) {
    const path = joinPath('targets', priority);
    if (!known.includes(priority)) faults.push(unknownName(path, 'priority', priority, known));
    targets[priority] = list.flatMap((target, index) => {
      const at = joinPath(path, index);
      if (list.findIndex(({ kind }) => kind === target.kind) !== index)
        faults.push({
          path: joinPath(at, 'kind'),
          problem: `${target.kind} is given twice`,
          allowed: 'each once',
        });
      const whole = filledIn(target, service.targets, priority);
      if ('faults' in whole)
        faults.push(...whole.faults.map((name) => missingMember(joinPath(at, name), target)));
      return 'faults' in whole ? [] : [whole];
    });
  }
  return faults.length > 0 ? { faults } : { terms: { ...terms, service: { ...service, targets } } };
}

/** What the target leaves out, from the contract's target of its kind: that of the priority, else any other's. */
function filledIn(
  { kind, measure, ...given }: AmendedTarget,
  targets: Readonly<Record<Priority, readonly TargetTerms[]>>,
  priority: Priority,
): TargetTerms | { readonly faults: readonly string[] } {
  const all = [...(targets[priority] ?? []), ...Object.values(targets).flat()];
  const like = all.find((target) => target.kind === kind);
  const clock = given.clock ?? like?.clock;
  const metBy = given.metBy ?? like?.metBy;
  const clause = given.clause ?? like?.clause;
  if (clock === undefined || metBy === undefined || clause === undefined) {
    return {
      faults: Object.entries({ clock, metBy, clause }).flatMap(([name, value]) => (value ? [] : [name])),
    };
  }
  return { kind, clock, measure, metBy, clause };
}

function missingMember(path: string, { kind }: AmendedTarget): Fault {
  return { path, problem: 'is missing', allowed: `the contract has no ${kind} target to take it from` };
}

function withRules(terms: Terms, rules: NonNullable<Amendment['rules']>): Changed {
  const { [PRIORITY_RULES]: priority, ...others } = rules;
  const ids = terms.consequences.map(({ id }) => id);
  const known = terms.service ? [PRIORITY_RULES, ...ids] : ids;
  const faults = Object.keys(rules).flatMap((name) =>
    known.includes(name) ? [] : [unknownName(joinPath('rules', name), 'rule set', name, known)],
  );
  if (faults.length > 0) return { faults };
  const consequences = terms.consequences.map((consequence): ConsequenceTerms => {
    const amended = others[consequence.id];
    return amended ? { ...consequence, rules: amended } : consequence;
  });
  const service = terms.service && priority ? { ...terms.service, rules: priority } : terms.service;
  return { terms: { ...terms, service, consequences } };
}

function noRequests(path: string): Fault {
  return { path, problem: 'is given', allowed: 'this contract takes no requests and has none' };
}
