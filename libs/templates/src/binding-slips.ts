import { bindingsIn, DERIVED_BINDINGS, hasStrayBraces, PARTY_BINDINGS } from './bindings.js';
import { clauseConditions, type ConditionalClause } from './clause-text.js';
import { type ParameterDefinition } from './template.js';

/** Something wrong with what a clause binds, as data: it is said in faults, and in pages in their language. */
export type BindingSlip =
  | { readonly kind: 'missing' | 'unknown'; readonly name: string }
  | { readonly kind: 'elsewhere'; readonly name: string; readonly clause: string }
  | { readonly kind: 'strayBraces' };

/** What of a parameter says whether a clause may bind it. */
export type BindableParameter = Pick<ParameterDefinition, 'name' | 'clause'> & {
  readonly values?: unknown;
};

/** The names that a clause may bind: its own parameters, what follows from all of them, of clause "Parties" the parties. */
export function bindableIn(number: string, parameters: readonly BindableParameter[]): string[] {
  const own = parameters.filter(({ clause }) => clause === number).map(({ name }) => name);
  return [...own, ...DERIVED_BINDINGS, ...partiesIn(number)];
}

/**
 * What a clause binds amiss in one language: a parameter of its own or a party that it does not print, a name that there
 * is none of or that belongs to another clause, braces that bind nothing.
 */
export function bindingSlips(
  clause: ConditionalClause,
  parameters: readonly BindableParameter[],
): BindingSlip[] {
  const { number, text } = clause;
  const bound = bindingsIn(text);
  const own = parameters.filter((each) => each.clause === number).map(({ name }) => name);
  const inConditions = printedByConditions(clause, parameters);
  const allowed = bindableIn(number, parameters);
  const missing = [...own, ...partiesIn(number)]
    .filter((name) => !bound.includes(name) && !inConditions.includes(name))
    .map((name): BindingSlip => ({ kind: 'missing', name }));
  const wrong = bound
    .filter((name) => !allowed.includes(name))
    .map((name): BindingSlip => {
      const elsewhere = parameters.find((each) => each.name === name);
      return elsewhere ? { kind: 'elsewhere', name, clause: elsewhere.clause } : { kind: 'unknown', name };
    });
  return [...missing, ...wrong, ...(hasStrayBraces(text) ? [{ kind: 'strayBraces' } as const] : [])];
}

function partiesIn(number: string): readonly string[] {
  return number === 'Parties' ? PARTY_BINDINGS : [];
}

/** Decisions that the clause prints by having a text for each of their values, rather than by the value's own words. */
function printedByConditions(clause: ConditionalClause, parameters: readonly BindableParameter[]): string[] {
  const conditions = clauseConditions(clause);
  const isPrinted = (name: string, value: string): boolean =>
    conditions.some((condition) => condition.parameter === name && condition.is === value);
  return parameters.flatMap(({ name, values }) => {
    if (typeof values !== 'object' || values === null) return [];
    return Object.keys(values).every((value) => isPrinted(name, value)) ? [name] : [];
  });
}
