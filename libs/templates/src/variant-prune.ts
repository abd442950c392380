import { parseDocument } from '#decisions/schema-faults';
import { type ClauseCondition, clauseParts, type ConditionalClause } from './clause-text.js';
import type { Read } from './package.js';
import type { ParameterDefinition, TemplateParts } from './template.js';
import { type TermsDefinition, termsDefinitionSchema } from './terms-definition.js';
import { withValues } from './variant-terms.js';

/**
 * The template without what can never come to effect, because a value that a condition asks for was taken from its
 * parameter: clauses and parts of clauses, parameters, members of the terms under such a condition, and members of the
 * terms that take such a parameter. A template in which every condition can hold is given back as it is.
 */
export function withoutDeadConditions(
  parts: Omit<TemplateParts, 'terms'> & { readonly terms: unknown },
): Read<TemplateParts> {
  const parameters = livingParameters(parts.parameters);
  const isAlive = ({ parameter, is }: ClauseCondition): boolean =>
    parameters.some(
      (each) => each.name === parameter && each.type === 'enum' && Object.hasOwn(each.values, is),
    );
  const gone = parts.parameters.filter((each) => !parameters.includes(each));
  const terms = livingTerms(parts.terms, isAlive, gone);
  if ('faults' in terms) return terms;
  const clauses = {
    'zh-CN': parts.clauses['zh-CN'].flatMap((clause) => livingClause(clause, isAlive)),
    en: parts.clauses.en.flatMap((clause) => livingClause(clause, isAlive)),
  };
  return { value: { ...parts, parameters, clauses, terms: terms.value } };
}

/**
 * The terms without their dead members. Where one that takes a parameter cannot be left out, the parameter's default
 * stands there: nothing asks for it any more.
 */
function livingTerms(
  terms: unknown,
  isAlive: IsAlive,
  gone: readonly ParameterDefinition[],
): Read<TermsDefinition> {
  const without = (names: readonly string[], from: unknown): Read<TermsDefinition> =>
    parseDocument(termsDefinitionSchema, living(from, isAlive, new Set(names)), 'terms');
  const needed = gone.filter(({ name }) => 'faults' in without([name], terms));
  const defaults = new Map(needed.map((each) => [each.name, each.default]));
  return without(
    gone.map(({ name }) => name),
    withValues(terms, defaults),
  );
}

type IsAlive = (when: ClauseCondition) => boolean;

/** A parameter goes with the one it depends on, and so on. */
function livingParameters(parameters: readonly ParameterDefinition[]): readonly ParameterDefinition[] {
  const living = parameters.filter(({ when }) => {
    const on = parameters.find(({ name }) => name === when?.parameter);
    return when === undefined || (on?.type === 'enum' && Object.hasOwn(on.values, when.is));
  });
  return living.length === parameters.length ? parameters : livingParameters(living);
}

function livingClause(clause: ConditionalClause, isAlive: IsAlive): ConditionalClause[] {
  if (clause.when !== undefined && !isAlive(clause.when)) return [];
  const parts = clauseParts(clause.text);
  const living = parts.filter(({ when }) => when === null || isAlive(when));
  if (living.length === parts.length) return [clause];
  const text = living
    .map(({ text, when }) => (when === null ? text : `::: when ${when.parameter} = ${when.is}\n${text}\n:::`))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? [] : [{ ...clause, text }];
}

/** A document less its members that are under a dead condition or take a parameter that is gone. */
function living(value: unknown, isAlive: IsAlive, gone: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((each) => isLiving(each, isAlive, gone))
      .map((each: unknown) => living(each, isAlive, gone));
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, each]) => isLiving(each, isAlive, gone));
  return Object.fromEntries(members.map(([name, each]) => [name, living(each, isAlive, gone)]));
}

function isLiving(value: unknown, isAlive: IsAlive, gone: ReadonlySet<string>): boolean {
  if (!isObject(value)) return true;
  const { parameter, when } = value;
  if (typeof parameter === 'string' && Object.keys(value).length === 1 && gone.has(parameter)) return false;
  if (!isObject(when)) return true;
  return isAlive({ parameter: String(when['parameter']), is: String(when['is']) });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
