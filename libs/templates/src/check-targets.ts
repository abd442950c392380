import { type Fault, joinPath, oneOf, quote, unknownName } from '#domain/fault';
import { type TargetDefinition, type TemplateParts } from './template.js';

/** Each priority the rules can give has targets and no other has; each measure is a parameter of that unit. */
export function targetFaults(parts: TemplateParts): Fault[] {
  const { targets, terms, rules } = parts;
  if (!targets || !terms.service) return presenceFaults(parts);
  const ruleSet = rules[terms.service.rules];
  if (!ruleSet) return [];
  const given = new Set(ruleSet.rules.map((rule) => rule.event.params['priority']));
  const names = Object.keys(targets.priorities);
  const faults = [...given].flatMap((priority): Fault[] => {
    if (typeof priority !== 'string' || names.includes(priority)) return [];
    const problem = `has no priority ${quote(priority)}, which ${ruleSet.id} can give`;
    return [{ path: 'targets.priorities', problem, allowed: oneOf(names) }];
  });
  for (const [priority, { targets: list }] of Object.entries(targets.priorities)) {
    const path = joinPath('targets.priorities', priority);
    if (!given.has(priority))
      faults.push({ path, problem: `is never given by ${ruleSet.id}`, allowed: 'leave it out' });
    faults.push(...listFaults(list, parts, path));
  }
  return faults;
}

/** A contract that takes requests has both targets and terms for them. */
function presenceFaults({ targets, terms }: TemplateParts): Fault[] {
  if (!targets === !terms.service) return [];
  return targets
    ? [
        {
          path: 'terms.service',
          problem: 'is missing',
          allowed: 'a template with targets says how they are counted',
        },
      ]
    : [{ path: 'targets', problem: 'is missing', allowed: 'a template that takes requests has targets' }];
}

function listFaults(list: readonly TargetDefinition[], { parameters }: TemplateParts, path: string): Fault[] {
  return list.flatMap(({ kind, measure }, index) => {
    const at = joinPath(path, 'targets', index);
    const faults: Fault[] = [];
    if (list.findIndex((other) => other.kind === kind) !== index) {
      const problem = `${kind} is given twice`;
      faults.push({ path: joinPath(at, 'kind'), problem, allowed: 'each is allowed once' });
    }
    const unit = measure.unit === 'serviceMinutes' ? 'minutes' : measure.unit;
    const fitting = parameters.filter((each) => each.type === 'integer' && each.unit === unit);
    if (fitting.some(({ name }) => name === measure.parameter)) return faults;
    const allowed = fitting.map(({ name }) => name);
    const where = joinPath(at, 'measure', 'parameter');
    return [...faults, unknownName(where, `parameter in ${unit}`, measure.parameter, allowed)];
  });
}
