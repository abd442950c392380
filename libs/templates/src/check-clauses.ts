import { type Fault, joinPath, unknownName } from '#domain/fault';
import { bindableIn, bindingSlips } from './binding-slips.js';
import { conditionFaults } from './clause-conditions.js';
import { permilleFaults } from './permille-words.js';
import { type Clause, type Language, type ParameterDefinition, type TemplateParts } from './template.js';

/** Both languages have the same clauses in the same order, each once, and every parameter's clause is one of them. */
export function clauseNumberFaults({ clauses, parameters }: TemplateParts): Fault[] {
  const numbers = clauses['zh-CN'].map(({ number }) => number);
  const faults: Fault[] = numbers
    .filter((number, index) => numbers.indexOf(number) !== index)
    .map((number) => ({
      path: joinPath('clauses', 'zh-CN', number),
      problem: 'is given twice',
      allowed: 'each is allowed once',
    }));
  const english = clauses.en.map(({ number }) => number);
  if (english.join() !== numbers.join()) {
    const problem = `has the clauses ${english.join(', ')}`;
    faults.push({
      path: joinPath('clauses', 'en'),
      problem,
      allowed: `those of the Chinese text, ${numbers.join(', ')}`,
    });
  }
  parameters.forEach(({ clause }, index) => {
    if (!numbers.includes(clause))
      faults.push(unknownName(joinPath('parameters', index, 'clause'), 'clause', clause, numbers));
  });
  return faults;
}

/**
 * What is wrong with a template's clauses in one language: a parameter not printed in the one clause it belongs to or
 * printed in another, an unknown binding, a condition that cannot hold, ratios whose words and figures differ.
 */
export function clauseFaults(parts: TemplateParts, language: Language): Fault[] {
  const path = joinPath('clauses', language);
  return parts.clauses[language].flatMap((clause) => {
    const at = joinPath(path, clause.number);
    return [
      ...bindingFaults(clause, parts.parameters, at),
      ...conditionFaults(clause, parts.parameters, at),
      ...permilleFaults(clause.text, at),
    ];
  });
}

function bindingFaults(clause: Clause, parameters: readonly ParameterDefinition[], path: string): Fault[] {
  const { number } = clause;
  return bindingSlips(clause, parameters).map((slip): Fault => {
    switch (slip.kind) {
      case 'missing': {
        const allowed = `{{${slip.name}}} must stand in clause ${number}`;
        return { path, problem: `does not print ${slip.name}`, allowed };
      }
      case 'unknown':
        return unknownName(path, 'binding', slip.name, bindableIn(number, parameters));
      case 'elsewhere':
        return { path, problem: `prints ${slip.name}`, allowed: `it belongs to clause ${slip.clause} alone` };
      case 'strayBraces':
        return { path, problem: 'has braces that bind nothing', allowed: 'allowed is {{name}}' };
    }
  });
}
