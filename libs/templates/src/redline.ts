import type { RuleDefinition, RuleSet } from '#domain/decision';
import type { ClauseCondition, ConditionalClause } from './clause-text.js';
import { type ValueChange, valueChanges } from './redline-values.js';
import { type Language, type ParameterDefinition, type Targets, type TemplateParts } from './template.js';
import { diffText, isChanged, type TextRun } from './text-diff.js';

/** A clause that came, went, or changed; of a changed one, what is the same is null. */
export type ClauseChange =
  | { readonly kind: 'added' | 'removed'; readonly number: string; readonly clause: ConditionalClause }
  | {
      readonly kind: 'changed';
      readonly number: string;
      readonly title: string;
      readonly titleRuns: readonly TextRun[] | null;
      readonly when: {
        readonly before: ClauseCondition | null;
        readonly after: ClauseCondition | null;
      } | null;
      readonly textRuns: readonly TextRun[] | null;
    };

/** Something with a name that came, went, or changed in some of its members. */
export type NamedChange<Value> =
  | { readonly kind: 'added' | 'removed'; readonly name: string; readonly value: Value }
  | { readonly kind: 'changed'; readonly name: string; readonly changes: readonly ValueChange[] };

/** A rule set that came, went, or changed: in its head and vocabulary, or in its rules, by their names. */
export type RuleSetChange =
  | { readonly kind: 'added' | 'removed'; readonly name: string; readonly ruleSet: RuleSet }
  | {
      readonly kind: 'changed';
      readonly name: string;
      readonly head: readonly ValueChange[];
      readonly rules: readonly NamedChange<RuleDefinition>[];
    };

/** Everything in which one template differs from another; lists are empty where nothing does. */
export interface Redline {
  readonly before: { readonly id: string; readonly version: string };
  readonly after: { readonly id: string; readonly version: string };
  readonly title: ValueChange[];
  readonly clauses: Readonly<Record<Language, readonly ClauseChange[]>>;
  readonly parameters: readonly NamedChange<ParameterDefinition>[];
  readonly rules: readonly RuleSetChange[];
  readonly targets: readonly ValueChange[];
  readonly terms: readonly ValueChange[];
  readonly calendars: readonly NamedChange<unknown>[];
}

/** Calendars to compare along with their templates, by their ids, as JSON documents. */
export interface ComparedCalendars {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/**
 * What an amended template changes, as data: clauses word by word, parameters, rules, targets, terms, and the calendars
 * where they are given. Two templates of the same content give a redline of empty lists.
 */
export function redline(
  before: TemplateParts,
  after: TemplateParts,
  calendars: ComparedCalendars = { before: {}, after: {} },
): Redline {
  return {
    before: { id: before.id, version: before.version },
    after: { id: after.id, version: after.version },
    title: [
      ...valueChanges(before.title, after.title, 'title'),
      ...valueChanges(before.description, after.description, 'description'),
    ],
    clauses: {
      'zh-CN': clauseChanges(before.clauses['zh-CN'], after.clauses['zh-CN']),
      en: clauseChanges(before.clauses.en, after.clauses.en),
    },
    parameters: parameterChanges(before.parameters, after.parameters),
    rules: ruleSetChanges(before.rules, after.rules),
    targets: targetChanges(before.targets, after.targets),
    terms: valueChanges(before.terms, after.terms),
    calendars: namedChanges(calendars.before, calendars.after),
  };
}

/** Whether a redline shows no difference but, perhaps, id and version. */
export function isEmptyRedline({ before: _, after: __, clauses, ...lists }: Redline): boolean {
  return [...Object.values(lists), ...Object.values(clauses)].every((list) => list.length === 0);
}

function clauseChanges(
  before: readonly ConditionalClause[],
  after: readonly ConditionalClause[],
): ClauseChange[] {
  const numbers = new Set([...before, ...after].map(({ number }) => number));
  return [...numbers].toSorted(byClauseNumber).flatMap((number): ClauseChange[] => {
    const [old, current] = [before, after].map((list) => list.find((clause) => clause.number === number));
    if (old === undefined) return current ? [{ kind: 'added', number, clause: current }] : [];
    if (current === undefined) return [{ kind: 'removed', number, clause: old }];
    return changedClause(old, current);
  });
}

function changedClause(before: ConditionalClause, after: ConditionalClause): ClauseChange[] {
  const [title, text] = [diffText(before.title, after.title), diffText(before.text, after.text)];
  const [old, current] = [before.when ?? null, after.when ?? null];
  const when = valueChanges(old, current).length > 0 ? { before: old, after: current } : null;
  if (!isChanged(title) && !isChanged(text) && when === null) return [];
  const titleRuns = isChanged(title) ? title : null;
  const textRuns = isChanged(text) ? text : null;
  return [{ kind: 'changed', number: after.number, title: after.title, titleRuns, when, textRuns }];
}

/** `Parties`, `1.1`, `2.9`, `2.10`. */
function byClauseNumber(a: string, b: string): number {
  const rank = (number: string): number[] =>
    number === 'Parties' ? [-1, 0] : number.split('.').map((part) => Number(part));
  const [[chapter = 0, clause = 0], [otherChapter = 0, otherClause = 0]] = [rank(a), rank(b)];
  return chapter - otherChapter || clause - otherClause;
}

function parameterChanges(
  before: readonly ParameterDefinition[],
  after: readonly ParameterDefinition[],
): NamedChange<ParameterDefinition>[] {
  return namedChanges(byName(before), byName(after));
}

function ruleSetChanges(before: TemplateParts['rules'], after: TemplateParts['rules']): RuleSetChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name): RuleSetChange[] => {
    const [old, current] = [before, after].map((sets) =>
      Object.hasOwn(sets, name) ? sets[name] : undefined,
    );
    if (old === undefined) return current ? [{ kind: 'added', name, ruleSet: current }] : [];
    if (current === undefined) return [{ kind: 'removed', name, ruleSet: old }];
    const { rules: oldRules, ...oldHead } = old;
    const { rules, ...head } = current;
    const changes = {
      head: valueChanges(oldHead, head),
      rules: namedChanges(byName(oldRules), byName(rules)),
    };
    if (changes.head.length + changes.rules.length === 0) return [];
    return [{ kind: 'changed', name, ...changes }];
  });
}

function targetChanges(before: Targets | null, after: Targets | null): ValueChange[] {
  return valueChanges(before ?? {}, after ?? {});
}

function byName<Value extends { readonly name: string }>(list: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(list.map((each) => [each.name, each]));
}

function namedChanges<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): NamedChange<Value>[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name): NamedChange<Value>[] => {
    const [old, current] = [before, after].map((all) => (Object.hasOwn(all, name) ? all[name] : undefined));
    if (old === undefined) return current === undefined ? [] : [{ kind: 'added', name, value: current }];
    if (current === undefined) return [{ kind: 'removed', name, value: old }];
    const changes = valueChanges(old, current);
    return changes.length === 0 ? [] : [{ kind: 'changed', name, changes }];
  });
}
