import { type Fault, quote, unknownName } from '#domain/fault';
import { type AcceptanceCase, acceptanceCases } from '#templates/acceptance';
import { contractTerms } from '#templates/contract-terms';
import { type TemplatePackage } from '#templates/package';
import { type Calendars } from '#templates/package-calendars';
import { parseTemplate, type TemplateContext } from '#templates/parse-template';
import { type Template } from '#templates/template';
import { type TermsOf } from './amending.js';
import { simulateScenario } from './rehearse.js';
import { readScenarioDocument } from './scenario.js';

/** What came of one acceptance case: it passed where there are neither faults nor differences. */
export interface AcceptanceResult {
  readonly name: string;
  readonly passed: boolean;
  /** Why the scenario could not be run, or has nothing to compare with. */
  readonly faults: readonly Fault[];
  /** `path: expected … got …`, one for each member of the expectation that came out otherwise. */
  readonly differences: readonly string[];
}

/**
 * Runs the acceptance cases of a template through the simulator, one after the other, each over terms made from this
 * template and these calendars, and compares what comes out with what the case expects.
 */
export async function runAcceptance(
  template: Template,
  calendars: Calendars,
  cases: readonly AcceptanceCase[],
): Promise<AcceptanceResult[]> {
  const results: AcceptanceResult[] = [];
  for (const each of cases) {
    const { faults, differences } = await runCase(template, calendars, each);
    results.push({
      name: each.name,
      passed: faults.length + differences.length === 0,
      faults,
      differences,
    });
  }
  return results;
}

/** A template's package tested whole: what its check found, and what became of its cases where it found nothing. */
export interface TestedTemplate {
  readonly template: Template | null;
  readonly faults: readonly Fault[];
  readonly results: readonly AcceptanceResult[];
}

/**
 * Checks a template's package and runs its acceptance cases. One with faults runs none; one without cases has a fault,
 * as nothing would be proven.
 */
export async function testTemplate(
  files: TemplatePackage['files'],
  context: TemplateContext,
): Promise<TestedTemplate> {
  const parsed = parseTemplate(files, context);
  if ('faults' in parsed) return { template: null, faults: parsed.faults, results: [] };
  const { cases } = acceptanceCases({ files });
  const results = await runAcceptance(parsed.value, parsed.calendars, cases);
  const allowed = 'at least one acceptance/NAME.json with its acceptance/NAME.expected.json must be there';
  const faults = cases.length > 0 ? [] : [{ path: 'acceptance', problem: 'has no case', allowed }];
  return { template: parsed.value, faults, results };
}

type Outcome = Pick<AcceptanceResult, 'faults' | 'differences'>;

async function runCase(template: Template, calendars: Calendars, each: AcceptanceCase): Promise<Outcome> {
  const refused = (...faults: readonly Fault[]): Outcome => ({ faults, differences: [] });
  const { expected } = each;
  if (!isObject(expected) || Object.keys(expected).length === 0) {
    const problem = `expects ${quote(expected)}`;
    const allowed = 'allowed is an object with members of the answer to compare';
    return refused({ path: `acceptance/${each.name}.expected.json`, problem, allowed });
  }
  const read = readScenarioDocument(each.scenario);
  const named = read.scenario?.template ?? template.id;
  if (named !== template.id) return refused(unknownName('template', 'template', named, [template.id]));
  const termsOf: TermsOf = (scenario, amended) =>
    contractTerms(template, scenario.parameters, calendars, amended);
  const rehearsal = await simulateScenario(read, termsOf);
  if ('faults' in rehearsal) return refused(...rehearsal.faults);
  return { faults: [], differences: answerDifferences(expected, rehearsal.document) };
}

/**
 * What the answer of a rehearsal lacks of what was expected: one line for each difference, `path: expected … got …`.
 * Members that the expectation leaves out are not compared; of lists every entry is, and of `requests` every name.
 */
export function answerDifferences(expected: Readonly<Record<string, unknown>>, answer: object): string[] {
  const given = answer as Readonly<Record<string, unknown>>;
  const [wanted, got] = [expected['requests'], given['requests']].map((requests) =>
    isObject(requests) ? Object.keys(requests).toSorted().join(', ') : null,
  );
  const names = wanted == null || wanted === got ? [] : [difference('requests', wanted, got)];
  return [...names, ...differences(expected, given, '')];
}

function differences(expected: unknown, answer: unknown, path: string): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(answer)) return [difference(path, expected, answer)];
    const entries = expected.flatMap((item, index) => differences(item, answer[index], `${path}[${index}]`));
    if (expected.length === answer.length) return entries;
    return [`${path}: expected ${expected.length} entries got ${answer.length}`, ...entries];
  }
  if (isObject(expected)) {
    if (!isObject(answer)) return [difference(path, expected, answer)];
    return Object.entries(expected).flatMap(([name, value]) =>
      differences(
        value,
        Object.hasOwn(answer, name) ? answer[name] : undefined,
        path === '' ? name : `${path}.${name}`,
      ),
    );
  }
  return Object.is(expected, answer) ? [] : [difference(path, expected, answer)];
}

function difference(path: string, expected: unknown, answer: unknown): string {
  const words = answer === undefined ? 'nothing' : JSON.stringify(answer);
  return `${path}: expected ${JSON.stringify(expected)} got ${words}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
