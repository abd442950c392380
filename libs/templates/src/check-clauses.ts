import { type Fault, joinPath, oneOf, unknownName } from '#domain/fault';
import { bindingsIn, DERIVED_BINDINGS, hasStrayBraces } from './bindings.js';
import { PARTY_BINDINGS } from './parties.js';
import { permilleFaults } from './permille-words.js';
import {
  type Clause,
  CLAUSES,
  type Language,
  type ParameterDefinition,
  type TemplateParts,
} from './template.js';

/**
 * What is wrong with a template's clauses in one language: numbers and order, a parameter not printed in the one
 * clause it belongs to or printed in another, an unknown binding, ratios whose words and figures differ.
 */
export function clauseFaults(parts: TemplateParts, language: Language): Fault[] {
  const clauses = parts.clauses[language];
  const path = joinPath('clauses', language);
  const numbers = clauses.map(({ number }) => number);
  if (numbers.join() !== CLAUSES.join()) {
    return [{ path, problem: `has the clauses ${numbers.join(', ')}`, allowed: oneOf(CLAUSES) }];
  }
  return clauses.flatMap((clause) => {
    const at = joinPath(path, clause.number);
    return [...bindingFaults(clause, parts.parameters, at), ...permilleFaults(clause.text, at)];
  });
}

function bindingFaults(clause: Clause, parameters: readonly ParameterDefinition[], path: string): Fault[] {
  const bound = bindingsIn(clause.text);
  const own = parameters.filter((definition) => definition.clause === clause.number).map(({ name }) => name);
  const others = [...DERIVED_BINDINGS, ...(clause.number === 'Parties' ? PARTY_BINDINGS : [])];
  const missing = [...own, ...(clause.number === 'Parties' ? PARTY_BINDINGS : [])].filter(
    (name) => !bound.includes(name),
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
