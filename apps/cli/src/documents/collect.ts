import { Clerk } from '#decisions/clerk';
import { type AmendmentFacts, type PaperFacts, type Payment } from '#documents/kinds/facts';
import { type Paper, type PaperLanguage } from '#documents/paper';
import { bringsPapers, papersOf } from '#documents/papers-of';
import { inForce } from '#domain/contract/amendments';
import { draftContract } from '#domain/contract/draft';
import { stepContract } from '#domain/contract/step';
import { type ContractState } from '#domain/contract/state';
import { type Entry } from '#domain/entry';
import { type Fault } from '#domain/fault';
import { parseYuan } from '#domain/money/fen';
import { NO_ANSWERS } from '#domain/question';
import { type Terms } from '#domain/terms';
import { parseInstant } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { type Standing } from '#rehearsal/document';
import { simulateScenario } from '#rehearsal/rehearse';
import { type ReadScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { contractText } from '#templates/contract-text';
import { loadTemplate } from '#templates/load';
import { type Parties } from '#templates/parties';
import { type Template } from '#templates/template';

/** The contract's number on papers of a rehearsal, which has none. */
const REHEARSAL = 'REHEARSAL';
const MARK: Readonly<Record<PaperLanguage, string>> = { 'zh-CN': '预演', en: 'REHEARSAL' };

/** A document of a rehearsal, with the facts it was made from: for what is set beside it, such as a report's tables. */
export interface RehearsedPaper {
  readonly paper: Paper;
  readonly facts: PaperFacts;
}

/** A step that wrote entries which bring about documents, with everything as it stood after it. */
interface Told {
  readonly entries: readonly Entry[];
  readonly standing: Standing;
  readonly payments: readonly Payment[];
}

/**
 * Every document that a scenario brings about, in one language, in the order in which it comes about; or all that is
 * wrong with the scenario, as the rehearsal finds it. No server is needed. Each bears a watermark: a rehearsal binds
 * nobody.
 */
export async function rehearsedPapers(
  read: ReadScenario,
  language: PaperLanguage,
): Promise<{ readonly papers: readonly RehearsedPaper[] } | { readonly faults: readonly Fault[] }> {
  const steps: Told[] = [];
  const payments: Payment[] = [];
  const result = await simulateScenario(read, scenarioTerms, new Clerk(), (entries, standing) => {
    payments.push(...paymentsIn(entries));
    if (entries.some(({ kind }) => bringsPapers(kind)))
      steps.push({ entries, standing, payments: [...payments] });
  });
  if ('faults' in result) return result;
  const { scenario } = read;
  if (scenario === null) return { faults: read.faults };
  const template = await loadTemplate(scenario.template);
  const all = [sentForSigning(result.terms), ...steps];
  return {
    papers: all.flatMap((step) => {
      const facts = factsAfter(step, template, scenario.parties);
      return step.entries.flatMap((entry) =>
        papersOf(facts, entry, language).map((paper) => ({
          paper: { ...paper, watermark: MARK[language] },
          facts,
        })),
      );
    }),
  };
}

/** What the papers of a step say: by the text of the terms in force, and with what an amendment on its way changes. */
function factsAfter({ standing, payments }: Told, template: Template, parties: Parties): PaperFacts {
  const { terms, contract: state, requests } = standing;
  const before = inForce(terms, state);
  const text = contractText(template, before, parties);
  const facts = { contract: REHEARSAL, terms, text, parties, state, requests, payments };
  const pending = state.amendments.find(({ status }) => status === 'agreed');
  if (!pending) return facts;
  const amendment: AmendmentFacts = {
    number: pending.id,
    effectiveDate: dateIn(pending.effectiveAt, terms.zone),
    reason: pending.reason,
    before: { terms: before, text },
    after: { terms: pending.terms, text: contractText(template, pending.terms, parties) },
    parameterLabels: template.parameters,
  };
  return { ...facts, amendment };
}

/** A rehearsal takes signing as done before the start; the contract it would have been sent as is written all the same. */
function sentForSigning(terms: Terms): Told {
  const at = terms.startsAt;
  const draft: ContractState = draftContract(terms, REHEARSAL, at).state;
  const event = { type: 'contract.sent', at, dueAt: at } as const;
  const { state, entries } = stepContract(terms, draft, event, { requests: [], answers: NO_ANSWERS });
  return { entries, standing: { terms, contract: state, requests: [] }, payments: [] };
}

function paymentsIn(entries: readonly Entry[]): Payment[] {
  return entries
    .filter(({ kind }) => kind === 'payment.received')
    .map(({ at, payload }) => {
      const { amount, reference, countsAt } = payload;
      const value = typeof amount === 'string' ? parseYuan(amount) : null;
      if (value === null) throw new Error('a payment without an amount');
      return {
        at: (typeof countsAt === 'string' && parseInstant(countsAt)) || at,
        amount: value,
        reference: typeof reference === 'string' ? reference : null,
      };
    });
}
