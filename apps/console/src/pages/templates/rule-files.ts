import { type Proof } from './check-runs';
import { type Files, jsonOf } from './files';

type Finding = Proof['checks'][number]['counterExamples'][number];

/** Where a counter-example leads: the rule set that it names, the file that holds it, and the rules in it. */
export interface FoundAt {
  readonly set: string;
  /** Null where the files have none: it is the base's. */
  readonly file: string | null;
  readonly rules: readonly string[];
}

/**
 * What a counter-example leads to of the rules: the rule set that it names, else the one of the clause that its check is
 * about. Null where that is none.
 */
export function foundAt({ inputs }: Finding, clause: unknown, files: Files): FoundAt | null {
  const sets = Object.keys(files)
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({ path, ...jsonOf(files[path]) }) as RuleSetFile)
    .filter(({ facts }) => facts !== undefined);
  const { ruleSet } = inputs;
  const found = sets.find((each) =>
    typeof ruleSet === 'string' ? each.id === ruleSet : each.clause === clause,
  );
  if (found === undefined && typeof ruleSet !== 'string') return null;
  const named = [inputs['rule'], inputs['decidedBy'], inputs['alsoHolds']];
  return {
    set: String(ruleSet ?? found?.id),
    file: found?.path ?? null,
    rules: [...new Set(named.filter((each) => typeof each === 'string'))],
  };
}

interface RuleSetFile {
  readonly path: string;
  readonly id?: unknown;
  readonly clause?: unknown;
  readonly facts?: unknown;
}

/** The file of an acceptance case that says what is expected, else the case itself; null where there is neither. */
export function caseFile(name: string, files: Files): string | null {
  const paths = [`acceptance/${name}.expected.json`, `acceptance/${name}.json`];
  return paths.find((path) => path in files) ?? null;
}
