import { type Json } from '#domain/entry';

/** A text in both languages of a contract. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** One case that shows something of the rules: the values that lead to it, what they gave, what was expected. */
export interface Finding {
  /** What kind of thing it shows, `gap`, `deadRule`; the same kind has the same inputs. */
  readonly kind: string;
  /** The facts, parameters, instants and names that lead to it. Anyone can try them again. */
  readonly inputs: { readonly [name: string]: Json };
  readonly found: string;
  readonly expected: string;
  readonly sentence: Words;
}

/** One thing that was proven of a template, or the cases that show the contrary. */
export interface ProofCheck {
  readonly id: string;
  readonly title: Words;
  /** The clause that the check is about; left out where it is about several. */
  readonly clause?: string;
  /** How many cases were looked at. */
  readonly cases: number;
  readonly passed: boolean;
  /** How many different cases show the contrary; of them `counterExamples` has the first. */
  readonly failures: number;
  readonly counterExamples: readonly Finding[];
  /** What a reviewer should know and may well be meant so; never a failure. */
  readonly notes: readonly Finding[];
}

/** Which values of the parameters were tried. */
export interface TriedParameters {
  /** How many different contracts: at the defaults, with one value changed, and any two values together. */
  readonly sets: { readonly base: number; readonly changed: number; readonly paired: number };
  /** Combinations that no contract can have, as its terms refuse them. */
  readonly refused: number;
  /** The parameters that were varied, each with its values; the first one is that of the other sets. */
  readonly varied: { readonly [name: string]: readonly (string | number)[] };
  /** The parameters that bear on nothing that is proven, with the one value they had. */
  readonly fixed: { readonly [name: string]: string | number };
}

/** The proof of a template. Plain JSON without a time in it: the same template gives the same report, byte by byte. */
export interface ProofReport {
  readonly template: { readonly id: string; readonly version: string; readonly hash: string };
  /** The version of the core that the template was proven with. */
  readonly law: string;
  readonly passed: boolean;
  readonly parameterSets: TriedParameters;
  readonly checks: readonly ProofCheck[];
}

/** Of one kind of failure so many are shown; the rest is counted. */
const MOST_SHOWN = 5;

/** Collects what one check finds. */
export class Tally {
  cases = 0;
  private readonly failures = new Map<string, Finding>();
  private readonly notes = new Map<string, Finding>();

  constructor(
    private readonly id: string,
    private readonly title: Words,
    private readonly clause?: string,
  ) {}

  /** A counter-example. Those of the same key show the same thing: the first one stays. */
  fail(key: string, finding: Finding): void {
    if (!this.failures.has(key)) this.failures.set(key, capitalised(finding));
  }

  note(key: string, finding: Finding): void {
    if (!this.notes.has(key)) this.notes.set(key, capitalised(finding));
  }

  check(): ProofCheck {
    const { id, title, clause, cases } = this;
    const found = [...this.failures.values()];
    return {
      id,
      title,
      ...(clause === undefined ? {} : { clause }),
      cases,
      passed: found.length === 0,
      failures: found.length,
      counterExamples: found.slice(0, MOST_SHOWN),
      notes: [...this.notes.values()],
    };
  }
}

function capitalised(finding: Finding): Finding {
  const { en } = finding.sentence;
  return {
    ...finding,
    sentence: { ...finding.sentence, en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}` },
  };
}
