import { contentHash } from '#decisions/hash';
import { type Receipt as RuleReceipt } from '#domain/decision';
import { type Json } from '#domain/entry';
import { type Terms } from '#domain/terms';
import { type WorkCalendar } from '#domain/time/calendar';
import { type DecisionReceipt, type ReceiptFact, type ReceiptKind, sealed, type Source } from './receipt.js';
import { named, Sources, type WrittenLine } from './sources.js';

/** One step of an owner as it was taken: where it stood before and after, what was written, and what was known then. */
export interface StepTaken<State> {
  readonly contract: string;
  /** Those in force for the step. */
  readonly terms: Terms;
  readonly before: State | null;
  readonly after: State;
  readonly lines: readonly WrittenLine[];
  /** The lines before it that are facts of it, and its own. */
  readonly sources: Sources;
}

/** What differs from one kind of receipt to the other. */
export type Content = Pick<DecisionReceipt, 'facts' | 'outcome'> &
  Partial<Pick<DecisionReceipt, 'period' | 'conditions' | 'arithmetic' | 'caps'>>;

/** Makes the receipt of a line. `part` tells several of one line apart. */
export function receiptOfLine(
  { contract, terms, after }: Pick<StepTaken<{ readonly law: string }>, 'contract' | 'terms' | 'after'>,
  line: WrittenLine,
  kind: ReceiptKind,
  content: Content,
  part: string | null = null,
): DecisionReceipt {
  const rules = ruleReceiptOf(line);
  const isByRules = kind === 'priority' || kind === 'penalty';
  const { id, version } = terms.calendar;
  const { template, calendar } = {
    template: { ...terms.template },
    calendar: { id, version, hash: calendarHash(terms.calendar) },
  };
  return sealed({
    id: [line.sequence, kind, ...(part === null ? [] : [part])].join('-'),
    contract,
    kind,
    at: line.at,
    clause: line.clause,
    request: line.request,
    period: content.period ?? null,
    law: after.law,
    template,
    calendar,
    ruleSet: isByRules && rules ? { ...rules.ruleSet } : null,
    entry: named(line),
    facts: [...(isByRules ? factsOfRules(rules, line) : []), ...content.facts],
    conditions: content.conditions ?? [],
    rules: isByRules && rules ? structuredClone(rules.rules) : [],
    decidedBy: isByRules && rules ? rules.decidedBy : null,
    arithmetic: content.arithmetic ?? [],
    caps: content.caps ?? [],
    outcome: content.outcome,
  });
}

/** A fact with the lines that say it; with none where the terms do. */
export function fact(name: string, value: Json, sources: readonly Source[] = []): ReceiptFact {
  return { name, value, sources: sources.map(named) };
}

/** The receipt of the rules that a line carries; null where it rests on none. */
export function ruleReceiptOf({ payload }: Pick<WrittenLine, 'payload'>): RuleReceipt | null {
  const receipt = (payload as { readonly receipt?: unknown } | null)?.receipt;
  return (receipt ?? null) as RuleReceipt | null;
}

/** A member of a line's payload that is text; null where there is none. */
export function textOf({ payload }: Pick<WrittenLine, 'payload'>, member: string): string | null {
  const value = (payload as { readonly [key: string]: Json } | null)?.[member];
  return typeof value === 'string' ? value : null;
}

/** What the rules were handed. */
function factsOfRules(rules: RuleReceipt | null, line: WrittenLine): ReceiptFact[] {
  return Object.entries(rules?.facts ?? {}).map(([name, value]) => fact(`rules.${name}`, value, [line]));
}

/** A calendar is hashed once: it is the same object for as long as its terms are at hand. */
const hashes = new WeakMap<WorkCalendar, string>();

function calendarHash(calendar: WorkCalendar): string {
  const known = hashes.get(calendar) ?? contentHash(calendar);
  hashes.set(calendar, known);
  return known;
}
