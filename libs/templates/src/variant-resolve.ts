import { canonicalJson } from '#decisions/hash';
import type { RuleSet } from '#domain/decision';
import { type Fault, joinPath, unknownName } from '#domain/fault';
import { type ConditionalClause, fenceFaults } from './clause-text.js';
import { inFile, type Read, VARIANT_MANIFEST } from './package.js';
import {
  type Language,
  LANGUAGES,
  type ParameterDefinition,
  type Targets,
  type TemplateParts,
} from './template.js';
import { sameFault, type Variant } from './variant.js';
import { narrowedParameters } from './variant-parameters.js';
import { withoutDeadConditions } from './variant-prune.js';
import { mergedTerms, withValues } from './variant-terms.js';

/** A variant with the files that it names. */
export interface VariantParts {
  readonly manifest: Variant;
  readonly rules: Readonly<Record<string, RuleSet>>;
  readonly targets: Targets | null;
}

/**
 * The whole template that a variant makes of another one, or all that is wrong with its differences: what there is
 * none of in the template, what is no different, a limit that is widened, a clause in one language only. What a fixed
 * value leaves without effect (parts of clauses, parameters, consequences under another value) is left out. Whether
 * the result holds together is for the check of a template to say.
 */
export function resolveVariant(base: TemplateParts, variant: VariantParts): Read<TemplateParts> {
  const { manifest } = variant;
  const parameters = narrowedParameters(base.parameters, manifest.parameters ?? {});
  const clauses = replacedClauses(base.clauses, manifest.clauses);
  const terms = mergedTerms(base.terms, manifest.terms);
  const faults = [
    ...parameters.faults,
    ...clauses.faults,
    ...ruleFaults(base, variant),
    ...targetFaults(base, variant),
    ...('faults' in terms ? terms.faults : []),
  ];
  if (faults.length > 0 || 'faults' in terms) return { faults: inFile(VARIANT_MANIFEST, faults) };
  const resolved = withoutDeadConditions({
    id: manifest.id,
    version: manifest.version,
    title: manifest.title,
    description: manifest.description,
    parameters: parameters.parameters,
    clauses: clauses.clauses,
    rules: { ...base.rules, ...variant.rules },
    targets: variant.targets ?? base.targets,
    terms: withValues(terms.value, fixedChoices(parameters.parameters, manifest.parameters)),
  });
  return 'faults' in resolved ? resolved : { value: withoutUnasked(resolved.value, base, variant) };
}

/** The template less the rule sets of consequences that the variant does not have any more. */
function withoutUnasked(parts: TemplateParts, base: TemplateParts, variant: VariantParts): TemplateParts {
  const [before, asked] = [base, parts].map(
    ({ terms }) => new Set([terms.service?.rules, ...terms.consequences.map(({ rules }) => rules)]),
  );
  const stays = (name: string): boolean =>
    !before?.has(name) || asked?.has(name) === true || Object.hasOwn(variant.rules, name);
  const rules = Object.entries(parts.rules).filter(([name]) => stays(name));
  return { ...parts, rules: Object.fromEntries(rules) };
}

/** Choices that are fixed, texts and zones too: a slot takes their value itself, so that no other is thought of. */
function fixedChoices(
  parameters: readonly ParameterDefinition[],
  given: Variant['parameters'],
): ReadonlyMap<string, unknown> {
  const fixed = parameters.filter(({ name, type }) => type === 'enum' && given?.[name]?.fixed !== undefined);
  return new Map(fixed.map((each) => [each.name, each.default]));
}

function ruleFaults(base: TemplateParts, { rules }: VariantParts): Fault[] {
  return Object.entries(rules).flatMap(([name, ruleSet]) => {
    const path = joinPath('rules', name);
    const replaced = Object.hasOwn(base.rules, name) ? base.rules[name] : undefined;
    if (replaced === undefined) return unknownName(path, 'rule set', name, Object.keys(base.rules));
    return isSame(replaced, ruleSet) ? sameFault(path) : [];
  });
}

function targetFaults(base: TemplateParts, { targets }: VariantParts): Fault[] {
  if (targets === null) return [];
  if (base.targets === null) {
    return [{ path: 'targets', problem: 'the template has none', allowed: 'allowed is to leave it out' }];
  }
  return isSame(base.targets, targets) ? [sameFault('targets')] : [];
}

type Clauses = Readonly<Record<Language, readonly ConditionalClause[]>>;

function replacedClauses(base: Clauses, given: Variant['clauses']): { clauses: Clauses; faults: Fault[] } {
  if (given === undefined) return { clauses: base, faults: [] };
  const faults = LANGUAGES.flatMap((language) => clauseFaults(base[language], given, language));
  const replaced = (language: Language): ConditionalClause[] =>
    base[language].map((clause) => ({
      ...clause,
      ...(Object.hasOwn(given[language], clause.number) ? given[language][clause.number] : {}),
    }));
  return { clauses: { 'zh-CN': replaced('zh-CN'), en: replaced('en') }, faults };
}

function clauseFaults(
  base: readonly ConditionalClause[],
  given: NonNullable<Variant['clauses']>,
  language: Language,
): Fault[] {
  const other = language === 'en' ? 'zh-CN' : 'en';
  return Object.entries(given[language]).flatMap(([number, { title, text }]) => {
    const path = joinPath('clauses', language, number);
    const clause = base.find((each) => each.number === number);
    if (clause === undefined) {
      return unknownName(
        path,
        'clause',
        number,
        base.map((each) => each.number),
      );
    }
    const faults = fenceFaults(text, joinPath(path, 'text'));
    if (!Object.hasOwn(given[other], number)) {
      faults.push({ path, problem: `stands in ${language} only`, allowed: `${other} must have it too` });
    }
    if (title === clause.title) faults.push(sameFault(joinPath(path, 'title')));
    if (text.trim() === clause.text && title === undefined) faults.push(sameFault(joinPath(path, 'text')));
    return faults;
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
