import { type Fault, joinPath, unknownName } from '#domain/fault';
import { bindingsIn, DERIVED_BINDINGS, hasStrayBraces } from './bindings.js';
import { conditionFaults } from './clause-conditions.js';
import { clauseConditions } from './clause-text.js';
import { PARTY_BINDINGS } from './parties.js';
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
  const bound = bindingsIn(clause.text);
  const own = parameters.filter((definition) => definition.clause === clause.number).map(({ name }) => name);
  const others = [...DERIVED_BINDINGS, ...(clause.number === 'Parties' ? PARTY_BINDINGS : [])];
  const inConditions = printedByConditions(clause, parameters);
  const missing = [...own, ...(clause.number === 'Parties' ? PARTY_BINDINGS : [])].filter(
    (name) => !bound.includes(name) && !inConditions.includes(name),
  );
  const faults = missing.map((name) => ({
    path,
    problem: `does not print ${name}`,
    allowed: `{{${name}}} must stand in clause ${clause.number}`,
  }));
  const unknown = bound.filter((name) => !own.includes(name) && !others.includes(name));
  faults.push(...unknown.map((name) => wrongBinding(name, parameters, [...own, ...others], path)));
  if (hasStrayBraces(clause.text)) {
    faults.push({ path, problem: 'has braces that bind nothing', allowed: 'allowed is {{name}}' });
  }
  return faults;
}

/** Decisions that the clause prints by having a text for each of their values, rather than by the value's own words. */
function printedByConditions(clause: Clause, parameters: readonly ParameterDefinition[]): string[] {
  const conditions = clauseConditions(clause);
  const isPrinted = (name: string, value: string): boolean =>
    conditions.some((condition) => condition.parameter === name && condition.is === value);
  return parameters.flatMap((definition) => {
    if (definition.type !== 'enum') return [];
    const { name } = definition;
    return Object.keys(definition.values).every((value) => isPrinted(name, value)) ? [name] : [];
  });
}

function wrongBinding(
  name: string,
  parameters: readonly ParameterDefinition[],
  allowed: string[],
  path: string,
): Fault {
  const elsewhere = parameters.find((definition) => definition.name === name);
  if (elsewhere === undefined) return unknownName(path, 'binding', name, allowed);
  return { path, problem: `prints ${name}`, allowed: `it belongs to clause ${elsewhere.clause} alone` };
}
