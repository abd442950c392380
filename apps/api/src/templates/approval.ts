import { type Fault, joinPath } from '#domain/fault';
import { type Finding, type ProofCheck, type ProofReport } from '#proof/report';
import { type AcceptanceResult } from '#rehearsal/acceptance';
import { type AcceptanceCase, acceptanceCases } from '#templates/acceptance';
import { type Calendars } from '#templates/package-calendars';
import { type Template } from '#templates/template';
import { type ShelfContent } from './shelf.js';

/** What the proof of a template found, as far as it matters here: the whole report is kept with the version. */
export type ApprovalProof = Pick<ProofReport, 'passed'> & {
  readonly checks: readonly Pick<ProofCheck, 'id' | 'passed' | 'counterExamples'>[];
};

/** What came of the acceptance cases of a template. Kept with the version that was approved on it. */
export interface AcceptanceReport {
  readonly passed: boolean;
  readonly cases: readonly AcceptanceResult[];
}

/** How a template is proven and its acceptance cases are run. Handed in: both take seconds, and a thread of their own. */
export interface ApprovalTools {
  prove(template: Template, calendars: Calendars): Promise<ApprovalProof>;
  accept(
    template: Template,
    calendars: Calendars,
    cases: readonly AcceptanceCase[],
  ): Promise<readonly AcceptanceResult[]>;
}

/** What of a version is checked; the files have its cases. They need not be stored anywhere. */
export type CheckedContent = Pick<ShelfContent, 'template' | 'calendars' | 'files'>;

/** What a version is looked at with before it is published. */
export class ApprovalChecks {
  constructor(private readonly tools: ApprovalTools) {}

  prove({ template, calendars }: CheckedContent): Promise<ApprovalProof> {
    return this.tools.prove(template, calendars);
  }

  /** Runs the acceptance cases of the package. Without a case there is nothing to pass. */
  async accept({ template, calendars, files }: CheckedContent): Promise<AcceptanceReport> {
    const cases = await this.tools.accept(template, calendars, acceptanceCases({ files }).cases);
    return { passed: cases.length > 0 && cases.every(({ passed }) => passed), cases };
  }
}

const MOST_SHOWN_CHARACTERS = 500;

/** Why a version cannot be published: a line for each proof that failed and for each difference of a case. */
export function approvalFaults(proof: ApprovalProof, acceptance: AcceptanceReport): Fault[] {
  const unproven = proof.checks
    .filter(({ passed }) => !passed)
    .flatMap(({ id, counterExamples }) =>
      counterExamples.map(({ sentence, inputs, expected }) => ({
        path: joinPath('proof', id),
        problem: `${sentence.en} ${shown(inputs)}`,
        allowed: `expected is ${expected}`,
      })),
    );
  const failed = acceptance.cases
    .filter(({ passed }) => !passed)
    .flatMap(({ name, faults, differences }) => [
      ...faults.map((fault) => ({ ...fault, path: joinPath('acceptance', name, fault.path) })),
      ...differences.map((difference) => ({
        path: joinPath('acceptance', name),
        problem: difference,
        allowed: 'it must come out as the case expects',
      })),
    ]);
  const none = acceptance.cases.length > 0 ? [] : [NO_CASES];
  return [...unproven, ...failed, ...none];
}

const NO_CASES: Fault = {
  path: 'acceptance',
  problem: 'there is no case',
  allowed: 'allowed is at least one, acceptance/NAME.json with acceptance/NAME.expected.json',
};

function shown(inputs: Finding['inputs']): string {
  const text = JSON.stringify(inputs);
  return text.length <= MOST_SHOWN_CHARACTERS ? text : `${text.slice(0, MOST_SHOWN_CHARACTERS)} …`;
}
