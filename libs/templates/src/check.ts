import { compareDecimals } from '#decisions/decimal';
import type { RuleSet } from '#domain/decision';
import { type Fault, joinPath, oneOf, quote, unknownName } from '#domain/fault';
import { clauseFaults } from './check-clauses.js';
import { parameterFault } from './parameter-value.js';
import { LANGUAGES, type ParameterDefinition, type TemplateParts } from './template.js';

/** What is wrong between the parts of a template, each of which is well-formed by itself. */
export function templateFaults(parts: TemplateParts): Fault[] {
  return [
    ...neededFaults(parts.parameters),
    ...parts.parameters.flatMap((definition, index) => definitionFaults(definition, index, parts.parameters)),
    ...LANGUAGES.flatMap((language) => clauseFaults(parts, language)),
    ...targetFaults(parts),
    ...ruleFaults(parts),
  ];
}

/** The parameters from which the terms of a contract are worked out. Those of the targets are named by the targets. */
const NEEDED = {
  termStart: 'date',
  termMonths: 'integer',
  monthlyFee: 'money',
  zone: 'zone',
  calendar: 'enum',
  penaltyPermille: 'decimal',
  penaltyCapPercent: 'decimal',
  paymentDueDay: 'integer',
  lateInvoiceDueAfterDays: 'integer',
  paymentReminderBeforeDays: 'integer',
  reportDueDay: 'integer',
  reportReminderBeforeDays: 'integer',
  signingDeadlineAfterDays: 'integer',
  failedMonthsForTermination: 'integer',
  terminationRightLapsesAfterMonths: 'integer',
} as const;

function neededFaults(parameters: readonly ParameterDefinition[]): Fault[] {
  return Object.entries(NEEDED).flatMap(([name, type]) => {
    if (parameters.some((definition) => definition.name === name && definition.type === type)) return [];
    return [
      { path: 'parameters', problem: `has no ${type} ${name}`, allowed: 'the terms of a contract need it' },
    ];
  });
}

function definitionFaults(
  definition: ParameterDefinition,
  index: number,
  all: readonly ParameterDefinition[],
): Fault[] {
  const path = joinPath('parameters', index);
  const faults: Fault[] = [];
  if (all.findIndex(({ name }) => name === definition.name) !== index) {
    const problem = `${quote(definition.name)} is given twice`;
    faults.push({ path: joinPath(path, 'name'), problem, allowed: 'each is allowed once' });
  }
  if ((definition.required === true) === (definition.default !== undefined)) {
    faults.push({
      path,
      problem: `${definition.name} is not clear when left out`,
      allowed: 'either required or a default',
    });
  }
  if (definition.default !== undefined) {
    const fault = parameterFault(definition, definition.default, joinPath(path, 'default'));
    if (fault !== null) faults.push(fault);
  }
  return [...faults, ...boundFaults(definition, path)];
}

/** The bounds of a parameter are values of its own type; a ratio goes up to its whole. */
function boundFaults(definition: ParameterDefinition, path: string): Fault[] {
  const bounds = (['minimum', 'maximum'] as const).filter(
    (bound) => bound in definition && definition.type !== 'text',
  );
  const faults = bounds.flatMap((bound) => {
    const value = (definition as { minimum?: unknown; maximum?: unknown })[bound];
    return parameterFault(definition, value, joinPath(path, bound)) ?? [];
  });
  if (definition.type === 'decimal' && faults.length === 0) {
    const whole = definition.unit === 'permille' ? '1000' : '100';
    if (compareDecimals(definition.maximum, whole) <= 0) return [];
    const problem = `is ${quote(definition.maximum)}`;
    return [{ path: joinPath(path, 'maximum'), problem, allowed: `at most ${whole} ${definition.unit}` }];
  }
  return faults;
}

/** Each priority the rules can give has targets and no other has; each measure is a parameter of that unit. */
function targetFaults({ rules, targets, parameters }: TemplateParts): Fault[] {
  const given = new Set(rules.priority.rules.map((rule) => rule.event.params['priority']));
  const names = Object.keys(targets.priorities);
  const faults: Fault[] = [];
  for (const priority of given) {
    if (typeof priority === 'string' && names.includes(priority)) continue;
    const problem = `has no priority ${quote(priority)}, which ${rules.priority.id} can give`;
    faults.push({ path: 'targets.priorities', problem, allowed: oneOf(names) });
  }
  for (const [priority, { targets: list }] of Object.entries(targets.priorities)) {
    const path = joinPath('targets.priorities', priority);
    if (!given.has(priority))
      faults.push({ path, problem: `is never given by ${rules.priority.id}`, allowed: 'leave it out' });
    list.forEach(({ kind, measure }, index) => {
      const at = joinPath(path, 'targets', index);
      if (list.findIndex((other) => other.kind === kind) !== index) {
        faults.push({
          path: joinPath(at, 'kind'),
          problem: `${kind} is given twice`,
          allowed: 'each is allowed once',
        });
      }
      const fitting = parameters.filter((each) => each.type === 'integer' && each.unit === measure.unit);
      if (fitting.some(({ name }) => name === measure.parameter)) return;
      const allowed = fitting.map(({ name }) => name);
      faults.push(
        unknownName(
          joinPath(at, 'measure', 'parameter'),
          `parameter in ${measure.unit}`,
          measure.parameter,
          allowed,
        ),
      );
    });
  }
  return faults;
}

/** What the rules are asked with: contracts supply exactly these facts, of these types. */
const PRIORITY_FACTS = {
  urgency: 'string',
  impact: 'string',
  coreBusinessDown: 'boolean',
  severeSecurityRisk: 'boolean',
} as const;
const PENALTY_FACTS = {
  priority: 'string',
  target: 'string',
  period: 'string',
  missNumberInPeriod: 'number',
  penaltyPermille: 'decimal',
} as const;

function ruleFaults({ rules }: TemplateParts): Fault[] {
  return [
    ...ruleSetFaults('rules.priority', rules.priority, 'priority', PRIORITY_FACTS),
    ...ruleSetFaults('rules.penalty', rules.penalty, 'permille', PENALTY_FACTS),
  ];
}

function ruleSetFaults(
  path: string,
  { facts, outcome }: RuleSet,
  wanted: string,
  supplied: Readonly<Record<string, string>>,
): Fault[] {
  const names = Object.keys(supplied);
  const faults: Fault[] = [];
  if (outcome !== wanted) faults.push(unknownName(joinPath(path, 'outcome'), 'outcome', outcome, [wanted]));
  for (const [name, type] of Object.entries(supplied)) {
    const declared = Object.hasOwn(facts, name) ? facts[name]?.type : undefined;
    if (declared === type) continue;
    const problem = declared === undefined ? 'is missing' : `is a ${declared}`;
    faults.push({
      path: joinPath(path, 'facts', name),
      problem,
      allowed: `contracts supply it as a ${type}`,
    });
  }
  for (const name of Object.keys(facts)) {
    if (!names.includes(name)) faults.push(unknownName(joinPath(path, 'facts', name), 'fact', name, names));
  }
  return faults;
}
