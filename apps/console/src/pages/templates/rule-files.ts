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

/** What a counter-example names of the rules; null where it is about none. */
export function foundAt({ inputs }: Finding, files: Files): FoundAt | null {
  const { ruleSet } = inputs;
  if (typeof ruleSet !== 'string') return null;
  const file = Object.keys(files).find(
    (path) => path.endsWith('.json') && jsonOf(files[path])['id'] === ruleSet && jsonOf(files[path])['facts'],
  );
  const named = [inputs['rule'], inputs['decidedBy'], inputs['alsoHolds']];
  return {
    set: ruleSet,
    file: file ?? null,
    rules: [...new Set(named.filter((each) => typeof each === 'string'))],
  };
}

/** The file of an acceptance case that says what is expected, else the case itself; null where there is neither. */
export function caseFile(name: string, files: Files): string | null {
  const paths = [`acceptance/${name}.expected.json`, `acceptance/${name}.json`];
  return paths.find((path) => path in files) ?? null;
}
