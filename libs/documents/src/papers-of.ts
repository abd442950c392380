import { type Entry } from '#domain/entry';
import { parsePeriod, type Period } from '#domain/time/dates';
import { parseInstant, type Instant } from '#domain/time/instant';
import { agreementSheet } from './kinds/agreement.js';
import { amendmentSheet } from './kinds/amendment.js';
import { contractPaper as contractSheet } from './kinds/contract.js';
import { drafting, type Drafting } from './kinds/drafting.js';
import { type AmendmentFacts, type Numbering, type PaperFacts } from './kinds/facts.js';
import { creditNotePaper, invoicePaper } from './kinds/invoice.js';
import { invoiceOf } from './kinds/lines.js';
import { reportPaper, submittedReport } from './kinds/report.js';
import { settlementPaper } from './kinds/settlement.js';
import { statementPaper } from './kinds/statement.js';
import { noticeReceived, noticeToGive, ordinaryNoticeReceived } from './kinds/termination.js';
import { type Paper, type PaperLanguage } from './paper.js';

type Builder = (draft: Drafting, entry: Entry) => Paper[];

/** What each kind of ledger entry brings about; the others bring about no document. */
const BUILDERS: Readonly<Record<string, Builder>> = {
  'contract.sent': (draft, { at }) => [contractSheet(draft, at)],
  // Nobody signs it: the clause of the contract before it has made it.
  'contract.renewedByClause': (draft, { at }) => [contractSheet(draft, at)],
  'amendment.sent': (draft, { at }) => [amendmentOf(draft, at)],
  // One that was sent for signing has its paper already.
  'amendment.agreed': (draft, { at, payload }) =>
    draft.facts.state.envelopes.some(({ id }) => id === payload['amendment']) ? [] : [amendmentOf(draft, at)],
  'invoice.issued': (draft, entry) => {
    const period = periodIn(entry);
    const invoice = invoicePaper(draft, period, entry.at);
    return invoiceOf(draft, period).credited > 0
      ? [invoice, creditNotePaper(draft, period, entry.at)]
      : [invoice];
  },
  'report.drawnUp': (draft, entry) => {
    const period = periodIn(entry);
    return [reportPaper(draft, period, entry.at), statementPaper(draft, period, entry.at)];
  },
  // As it was handed in: with what only the provider could add. Only the first time counts.
  'report.submitted': (draft, entry) =>
    entry.payload['repeated'] === true ? [] : [submittedReport(draft, periodIn(entry), entry.at)],
  'terminationRight.arisen': (draft, entry) => [noticeToGive(draft, instantIn(entry, 'arisenAt'), entry.at)],
  'termination.exercised': (draft, entry) => [noticeReceived(draft, entry.at, instantIn(entry, 'endsAt'))],
  'termination.sent': (draft, { at, payload }) => {
    const agreement = draft.facts.state.agreements.find(({ id }) => id === payload['agreement']);
    if (!agreement) throw new Error('the agreement is not among the facts');
    return [agreementSheet(draft, agreement, at)];
  },
  'termination.noticed': (draft, { at }) => [ordinaryNoticeReceived(draft, at)],
  'settlement.drawnUp': (draft, { at }) => [settlementPaper(draft, at, false)],
  'settlement.revised': (draft, { at }) => [settlementPaper(draft, at, true)],
};

/**
 * The documents that a ledger entry brings about, in one language; none for most entries. `facts` are as they stood
 * right after the step that wrote the entry. Throws where what would be printed does not add up to what the contract's
 * state has, or a particular is missing: nothing is issued then.
 */
export function papersOf(
  facts: PaperFacts,
  entry: Entry,
  language: PaperLanguage,
  numbers?: Numbering,
): Paper[] {
  const build = Object.hasOwn(BUILDERS, entry.kind) ? BUILDERS[entry.kind] : undefined;
  return build ? build(drafting(facts, language, numbers), entry) : [];
}

/** Whether an entry of this kind brings about a document. */
export function bringsPapers(kind: string): boolean {
  return Object.hasOwn(BUILDERS, kind);
}

/**
 * The contract as it stands: for signature before anybody has signed, the signed one once all have. Signers are those
 * of the envelope `contract` in the state; `at` dates it.
 */
export function contractPaper(facts: PaperFacts, at: Instant, language: PaperLanguage): Paper {
  return contractSheet(drafting(facts, language), at);
}

/** An amendment for signature, or signed; signers are those of its envelope in the state. `at` dates it. */
export function amendmentPaper(
  facts: PaperFacts,
  amendment: AmendmentFacts,
  language: PaperLanguage,
  at: Instant = facts.state.through,
): Paper {
  return amendmentSheet(drafting(facts, language), amendment, at);
}

function amendmentOf(draft: Drafting, at: Instant): Paper {
  const { amendment } = draft.facts;
  if (!amendment) throw new Error('what the amendment changes is not among the facts');
  return amendmentSheet(draft, amendment, at);
}

function periodIn({ kind, payload }: Entry): Period {
  const { period } = payload;
  const parsed = typeof period === 'string' ? parsePeriod(period) : null;
  if (parsed === null) throw new Error(`${kind} names no month`);
  return parsed;
}

function instantIn({ kind, payload }: Entry, name: string): Instant {
  const value = payload[name];
  const parsed = typeof value === 'string' ? parseInstant(value) : null;
  if (parsed === null) throw new Error(`${kind} has no ${name}`);
  return parsed;
}
