import { type Fault } from '#domain/fault';
import { parseYuan } from '#domain/money/fen';
import { contractTerms } from '#templates/contract-terms';
import { type Calendars } from '#templates/package-calendars';
import { type ParameterDefinition, type Template } from '#templates/template';
import { simulateScenario } from './rehearse.js';
import { readScenarioDocument } from './scenario.js';

/** A first acceptance case as its two documents. */
export interface StarterCase {
  readonly scenario: object;
  readonly expected: object;
}

const DAY_MS = 86_400_000;
const STARTER_DAYS = 40;

/**
 * A first acceptance case for a new template: a contract with a sample value for each required parameter, in which for
 * forty days nothing happens, and what comes of it today, its months and invoices. For the author to build on.
 */
export async function starterCase(
  template: Template,
  calendars: Calendars,
): Promise<StarterCase | { readonly faults: readonly Fault[] }> {
  const parameters = sampleParameters(template);
  const terms = await contractTerms(template, parameters, calendars);
  if ('faults' in terms) return terms;
  const until = new Date(Date.parse(terms.terms.startsAt) + STARTER_DAYS * DAY_MS);
  const scenario = {
    template: template.id,
    parameters,
    events: [],
    until: `${until.toISOString().slice(0, 19)}Z`,
  };
  const rehearsal = await simulateScenario(readScenarioDocument(scenario), async () => terms);
  if ('faults' in rehearsal) return rehearsal;
  const { status, months, invoices } = rehearsal.document;
  return { scenario, expected: { status, months, invoices } };
}

/** A sample value for each parameter that a contract has to give. */
export function sampleParameters(template: Template): Record<string, string | number> {
  const required = template.parameters.filter((each) => each.required === true && each.when === undefined);
  return Object.fromEntries(required.map((each) => [each.name, sampleValue(each)]));
}

/** A value that the parameter allows: a usual one where its limits let it be. */
function sampleValue(definition: ParameterDefinition): string | number {
  switch (definition.type) {
    case 'integer':
      return Math.min(Math.max(12, definition.minimum), definition.maximum);
    case 'decimal':
      return definition.maximum;
    case 'money':
      return sampleAmount(definition.minimum, definition.maximum);
    case 'date':
      return within('2025-01-01', definition.minimum, definition.maximum);
    case 'zone':
      return 'Asia/Shanghai';
    case 'enum':
      return Object.keys(definition.values)[0] ?? '';
    case 'text':
      return definition.label['zh-CN'].slice(0, definition.maximum);
  }
}

const USUAL_FEE = '20000.00';

function sampleAmount(minimum: string, maximum: string): string {
  const [usual, least, most] = [USUAL_FEE, minimum, maximum].map((amount) => parseYuan(amount) ?? 0);
  if ((usual ?? 0) < (least ?? 0)) return minimum;
  return (usual ?? 0) > (most ?? 0) ? maximum : USUAL_FEE;
}

function within(day: string, minimum: string, maximum: string): string {
  if (day < minimum) return minimum;
  return day > maximum ? maximum : day;
}
