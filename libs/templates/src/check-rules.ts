import { checkRuleSetFor, type RuleContext } from '#decisions/vocabulary-check';
import { type DecisionPoint } from '#decisions/vocabulary';
import { type Fault, joinPath, unknownName } from '#domain/fault';
import { type TemplateParts } from './template.js';

/** Each rule set fits the vocabulary of what it decides, and each is used by the terms (clause with a consequence). */
export function ruleFaults(parts: TemplateParts): Fault[] {
  const uses = usesOf(parts);
  const context = contextOf(parts);
  const faults = uses.flatMap(({ point, rules, path }): Fault[] => {
    const ruleSet = parts.rules[rules];
    if (!ruleSet) return [unknownName(path, 'rule set', rules, Object.keys(parts.rules))];
    const found = checkRuleSetFor(point, ruleSet, context);
    return found.map((fault) => ({ ...fault, path: joinPath('rules', rules) + suffix(fault.path) }));
  });
  const unused = Object.keys(parts.rules).filter((name) => !uses.some(({ rules }) => rules === name));
  return [
    ...faults,
    ...unused.map((name) => ({
      path: joinPath('rules', name),
      problem: 'is used by nothing',
      allowed: 'a rule set decides the priority or a consequence of terms.json',
    })),
  ];
}

function usesOf({ terms }: TemplateParts): { point: DecisionPoint; rules: string; path: string }[] {
  const ofConsequences = terms.consequences.map(({ on, rules }, index) => ({
    point: on,
    rules,
    path: joinPath('terms.consequences', index, 'rules'),
  }));
  if (!terms.service) return ofConsequences;
  return [{ point: 'priority', rules: terms.service.rules, path: 'terms.service.rules' }, ...ofConsequences];
}

function contextOf({ parameters, targets, terms }: TemplateParts): RuleContext {
  const priorities = targets?.priorities ?? {};
  const kinds = Object.values(priorities).flatMap((each) => each.targets.map(({ kind }) => kind));
  const obligations = terms.obligations.map(({ id }) => id);
  return {
    parameters,
    priorities: Object.keys(priorities),
    targets: [...new Set<string>([...kinds, 'report', ...obligations])],
    obligations,
  };
}

function suffix(path: string): string {
  return path === '' || path.startsWith('[') ? path : `.${path}`;
}
