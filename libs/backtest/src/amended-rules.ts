import { checkRuleSetFor, type RuleContext, type RuleParameter } from '#decisions/vocabulary-check';
import { type RuleSet } from '#domain/decision';
import { type Fault, joinPath } from '#domain/fault';
import { type Occasion, type Terms } from '#domain/terms';
import { type Template } from '#templates/template';
import { type Amendment, PRIORITY_RULES } from './amendment.js';

/**
 * What is wrong with the amended rule sets for the contract that they would decide: facts that it does not supply,
 * priorities without targets, outcomes of another kind. Paths begin with `rules.NAME`.
 */
export function ruleFaults(terms: Terms, { rules = {} }: Amendment, template: Template | null): Fault[] {
  const entries = Object.entries(rules);
  if (entries.length === 0) return [];
  const context = contextOf(terms, template);
  return entries.flatMap(([name, ruleSet]) => {
    const found = checkRuleSetFor(pointOf(terms, name), ruleSet, context);
    return found.map((fault) => ({ ...fault, path: `${joinPath('rules', name)}${dotted(fault.path)}` }));
  });
}

function pointOf(terms: Terms, name: string): 'priority' | Occasion {
  if (name === PRIORITY_RULES) return 'priority';
  const consequence = terms.consequences.find(({ id }) => id === name);
  if (!consequence) throw new Error(`the terms have no consequence ${name}`);
  return consequence.on;
}

function contextOf(terms: Terms, template: Template | null): RuleContext {
  const targets = terms.service?.targets ?? {};
  const kinds = Object.values(targets).flatMap((list) => list.map(({ kind }) => kind));
  const obligations = terms.obligations.map(({ id }) => id);
  return {
    parameters: template?.parameters ?? parametersOf(terms),
    priorities: Object.keys(targets),
    targets: [...new Set<string>([...kinds, 'report', ...obligations])],
    obligations,
  };
}

/** Without the template its parameters' types are read from the rules in force, and from the values themselves. */
function parametersOf(terms: Terms): RuleParameter[] {
  const inForce = [
    ...(terms.service ? [terms.service.rules] : []),
    ...terms.consequences.map(({ rules }) => rules),
  ];
  return Object.entries(terms.parameters).map(([name, value]) => ({ name, ...typeOf(name, value, inForce) }));
}

function typeOf(
  name: string,
  value: string | number,
  inForce: readonly RuleSet[],
): Pick<RuleParameter, 'type' | 'unit'> {
  if (typeof value === 'number') return { type: 'integer' };
  const declared = inForce.map(({ facts }) => facts[name]).find((fact) => fact !== undefined);
  const isDecimal = declared ? declared.type === 'decimal' : /^\d+(\.\d+)?$/.test(value);
  return {
    type: isDecimal ? 'decimal' : 'text',
    ...(declared?.unit !== undefined && { unit: declared.unit }),
  };
}

function dotted(path: string): string {
  return path === '' || path.startsWith('[') ? path : `.${path}`;
}
