import { type Command } from 'commander';
import { DecisionError } from '#decisions/decision-error';
import { explainDecision } from '#decisions/explain';
import { type Explanation } from '#decisions/explanation';
import { type Facts, type FactValue, type RuleSet } from '#domain/decision';
import { quote } from '#domain/fault';
import { explanationSentences } from '#narration/explain';
import { type ParameterDefinition } from '#templates/template';
import { type Language, languageOption } from '../language.js';
import { type Found, refuse } from '../faults.js';
import { readRules, type RulesInput } from './input.js';

const HELP = `
RULES is a rule set or decision table (a JSON file), or a template's id with --set. Of a template, the parameters that
its rules look at stand at their defaults unless --facts gives them. Facts that do not fit give one line per fault on
standard error, and exit code 2.

  pacta rules explain it-support-2025 --set priority \\
    --facts '{"urgency":"high","impact":"medium","coreBusinessDown":false,"severeSecurityRisk":false}'`;

interface Options {
  readonly facts: string;
  readonly lang: Language;
  readonly set?: string;
  readonly json?: boolean;
}

/** `pacta rules explain`: the decision by hypothetical facts, with its reasons as sentences or as data. */
export function configureExplain(command: Command): void {
  command
    .argument('<rules>', "a JSON file, or a template's id")
    .requiredOption('--facts <json>', 'the facts as a JSON object')
    .option('--set <name>', "which of the template's rule sets")
    .addOption(languageOption())
    .option('--json', 'write the explanation as data instead')
    .addHelpText('after', HELP)
    .action(async (rules: string, options: Options) => {
      const explained = await explainHypothesis(rules, options);
      if ('faults' in explained) refuse(explained.faults);
      else if (options.json) console.log(JSON.stringify(explained, null, 2));
      else for (const sentence of explanationSentences(explained)[options.lang]) console.log(sentence);
    });
}

async function explainHypothesis(rules: string, { facts, set }: Options): Promise<Found<Explanation>> {
  const input = await readRules(rules, set);
  if ('faults' in input) return input;
  const given = readFacts(facts);
  if ('faults' in given) return given;
  try {
    return await explainDecision(input.ruleSet, { ...defaults(input), ...given.facts });
  } catch (error) {
    if (error instanceof DecisionError) return { faults: error.faults };
    throw error;
  }
}

function readFacts(text: string): Found<{ readonly facts: Facts }> {
  const allowed = 'allowed is a JSON object like {"urgency":"high"}';
  try {
    const facts: unknown = JSON.parse(text);
    if (typeof facts === 'object' && facts !== null && !Array.isArray(facts)) {
      return { facts: facts as Readonly<Record<string, FactValue>> };
    }
    return { faults: [{ path: '--facts', problem: `is ${quote(facts)}`, allowed }] };
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return { faults: [{ path: '--facts', problem: `is no JSON (${because})`, allowed }] };
  }
}

/** The defaults of the parameters that the rules look at. */
function defaults({ ruleSet, parameters }: RulesInput): Facts {
  return Object.fromEntries(parameters.flatMap((parameter) => defaultOf(parameter, ruleSet)));
}

function defaultOf({ name, default: value }: ParameterDefinition, { facts }: RuleSet): [string, FactValue][] {
  return value !== undefined && Object.hasOwn(facts, name) ? [[name, value]] : [];
}
