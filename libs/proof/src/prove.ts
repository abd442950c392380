import { Clerk } from '#decisions/clerk';
import { createDecider, createReferenceDecider } from '#decisions/decide';
import { formatFault } from '#domain/fault';
import { LAW } from '#domain/terms';
import { type Calendars } from '#templates/package-calendars';
import { type Template } from '#templates/template';
import { capChecks } from './caps-check.js';
import { clauseChecks } from './clauses-check.js';
import { type ProofContext } from './context.js';
import { deadlineChecks } from './deadlines-check.js';
import { lawNotes } from './law-notes.js';
import { penaltyChecks } from './penalties-check.js';
import { priorityChecks } from './priority-check.js';
import { rememberingDecider } from './remembering.js';
import { type ProofCheck, type ProofReport, Tally } from './report.js';
import { targetChecks } from './targets-check.js';
import { makeTrials, type Trials } from './trials.js';

export interface ProofOptions {
  /** The parameters of one contract, to prove these and no others; left out, the values that matter are all tried. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/**
 * Proves the rules of a template before it is published: over every cell of the priority matrix, over starts hour by
 * hour, over every case of every consequence, and over the real core under stress. The same template gives the same
 * report. `calendars` are the template's own; a shared one is taken where it has none of the id. Parameters that no
 * contract can have are a failed check, not an error.
 */
export async function proveTemplate(
  template: Template,
  calendars: Calendars = {},
  options: ProofOptions = {},
): Promise<ProofReport> {
  const made = await makeTrials(template, calendars, options.parameters ?? null);
  const context: ProofContext = {
    template,
    trials: made.list,
    engine: createReferenceDecider(),
    clerk: new Clerk(rememberingDecider(createDecider())),
    books: new Map(),
  };
  const checks: ProofCheck[] = [contractCheck(made)];
  if (made.list.length > 0) {
    for (const prove of PROOFS) checks.push(...(await prove(context)));
  }
  const { id, version, hash } = template;
  return {
    template: { id, version, hash },
    law: LAW,
    passed: checks.every(({ passed }) => passed),
    parameterSets: made.tried,
    checks,
  };
}

type Proof = (context: ProofContext) => ProofCheck[] | Promise<ProofCheck[]>;

const PROOFS: readonly Proof[] = [
  priorityChecks,
  deadlineChecks,
  targetChecks,
  penaltyChecks,
  capChecks,
  clauseChecks,
  lawNotes,
];

/** There are contracts at all: the defaults, with what is required, make terms. */
function contractCheck({ list, tried, faults }: Trials): ProofCheck {
  const tally = new Tally('contracts.possible', POSSIBLE);
  tally.cases = list.length + tried.refused;
  for (const fault of faults) {
    const text = formatFault(fault);
    tally.fail(text, {
      kind: 'noTerms',
      inputs: { path: fault.path },
      found: fault.problem,
      expected: fault.allowed,
      sentence: {
        'zh-CN': `按默认参数无法订立合同：${text}。`,
        en: `No contract can be made at the defaults: ${text}.`,
      },
    });
  }
  return tally.check();
}

const POSSIBLE = {
  'zh-CN': '按默认参数可以订立合同',
  en: 'A contract can be made at the defaults',
};
