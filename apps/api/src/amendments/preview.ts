import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Amendment } from '#backtest/amendment';
import { memoClerk } from '#backtest/backtest';
import { recordedTemplate } from '#backtest/found-templates';
import { type Fault } from '#domain/fault';
import { missConsequence, standingPenalties } from '#domain/contract/account';
import { inForce } from '#domain/contract/amendments';
import { payable } from '#domain/contract/billing';
import { assessMonths } from '#domain/contract/months';
import { type ContractState, type Invoice } from '#domain/contract/state';
import { stepContract } from '#domain/contract/step';
import { formatYuan, sumFen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { incidentsOf } from '#persistence/store';
import { TestBench } from '../backtests/test-bench.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { Problem } from '../http/problem.js';
import { type ShelfTemplate } from '../templates/shelf.js';
import { now } from '../time.js';
import { AmendmentDesk } from './amendment-desk.js';
import { type AmendmentPreview } from './amendment-schemas.js';
import { ASSUMPTIONS, restOfTerm } from './rest-of-term.js';
import { termsBefore } from './then.js';

/** An amendment to be looked at beforehand, and the contract without it. */
interface Proposed {
  readonly known: KnownContract;
  readonly effectiveAt: Instant;
  readonly reason: string;
  readonly before: Terms;
  readonly after: Terms;
  readonly template: ShelfTemplate | null;
}

/**
 * Shows an amendment before it takes effect: the rest of the term with it and without it, rehearsed from where the contract
 * stands, and what it would have made of the months that have passed.
 */
@Injectable()
export class AmendmentPreviews {
  constructor(
    private readonly contracts: ContractReader,
    private readonly desk: AmendmentDesk,
    private readonly bench: TestBench,
  ) {}

  async show(contract: string, id: string): Promise<AmendmentPreview> {
    const proposed = await this.proposed(await this.contracts.get(contract), id);
    const { known } = proposed;
    const asOf = commandAt(known);
    const [without, amended] = await rehearsed(proposed, id, asOf);
    const tried = await this.backtest(contract, proposed);
    return {
      amendment: id,
      asOf,
      assumes: ASSUMPTIONS,
      invoices: invoicePairs(known.row.state, without, amended),
      without: outcomeOf(known.terms, without),
      with: outcomeOf(known.terms, amended),
      ...tried,
    };
  }

  private async proposed(known: KnownContract, id: string): Promise<Proposed> {
    const named = await this.desk.named(known, id);
    if (named.kind === 'draft') {
      const { effectiveAt, reason, before, after, template } = await this.desk.drawnUp(
        known,
        id,
        named.draft,
      );
      return { known, effectiveAt, reason, before: before.terms, after: after.terms, template };
    }
    const { status, effectiveAt, reason, terms } = named.amendment;
    if (status !== 'signing' && status !== 'agreed') throw nothingAhead(id, status);
    const { terms: before } = termsBefore(known, effectiveAt, id);
    const template = await recordedTemplate(known.em, terms.template);
    return { known: withoutAmendment(known, id), effectiveAt, reason, before, after: terms, template };
  }

  private async backtest(
    contract: string,
    { before, after, template }: Proposed,
  ): Promise<Pick<AmendmentPreview, 'backtest' | 'backtestFaults'>> {
    const outcome = await this.bench.test(contract, {
      id: randomUUID(),
      amendment: triedAs(before, after, template),
      present: now(),
    });
    if ('comparison' in outcome) {
      const backtest = outcome.comparison as unknown as AmendmentPreview['backtest'];
      return { backtest, backtestFaults: [] };
    }
    const faults: readonly Fault[] =
      'faults' in outcome
        ? outcome.faults
        : [{ path: 'contract', problem: outcome.error, allowed: 'a contract that can be played again' }];
    return { backtest: null, backtestFaults: [...faults] };
  }
}

/** The contract at the end of its term, without the amendment and with it. */
async function rehearsed(
  { known, effectiveAt, reason, after }: Proposed,
  id: string,
  at: Instant,
): Promise<[ContractState, ContractState]> {
  const { row, terms, em } = known;
  const requests = (await incidentsOf(em, row.id)).map(({ state }) => state);
  const clerk = memoClerk();
  const text = { title: '', clauses: [] };
  const event = {
    type: 'amendment.agreed',
    at,
    amendment: id,
    effectiveAt,
    reason,
    terms: after,
    text: { 'zh-CN': text, en: text },
  } as const;
  const { state } = await clerk.answering((answers) =>
    stepContract(terms, row.state, event, { requests, answers }),
  );
  return [
    await restOfTerm(terms, row.state, requests, at, clerk),
    await restOfTerm(terms, state, requests, at, clerk),
  ];
}

/** As an amendment to be back-tested: the parameters that differ, or the other template with all of them. */
function triedAs(before: Terms, after: Terms, template: ShelfTemplate | null): Amendment {
  if (template && before.template.hash !== after.template.hash)
    return {
      template: { template: template.template, calendars: template.calendars },
      parameters: after.parameters,
    };
  const changed = Object.entries(after.parameters).filter(
    ([name, value]) => before.parameters[name] !== value,
  );
  return { parameters: Object.fromEntries(changed) };
}

function withoutAmendment(known: KnownContract, id: string): KnownContract {
  const { row } = known;
  const amendments = row.state.amendments.filter((each) => each.id !== id);
  const envelopes = row.state.envelopes.filter((each) => each.id !== id);
  return { ...known, row: { ...row, state: { ...row.state, amendments, envelopes } } };
}

type InvoicePair = AmendmentPreview['invoices'][number];

/** The invoices that are to come, month by month. */
function invoicePairs(now: ContractState, without: ContractState, amended: ContractState): InvoicePair[] {
  const issued = new Set(now.invoices.map(({ period }) => period));
  const ahead = [...without.invoices, ...amended.invoices].map(({ period }) => period);
  const periods = [...new Set(ahead)].filter((period) => !issued.has(period)).toSorted();
  const shown = ({ invoices }: ContractState, period: string): InvoicePair['with'] => {
    const invoice = invoices.find((each) => each.period === period);
    return invoice ? invoiceView(invoice) : null;
  };
  return periods.map((period) => ({
    period,
    without: shown(without, period),
    with: shown(amended, period),
  }));
}

function invoiceView(invoice: Invoice): NonNullable<InvoicePair['with']> {
  const { amount, credited, interest, issuedAt, dueAt } = invoice;
  return {
    amount: formatYuan(amount),
    credited: formatYuan(credited),
    interest: formatYuan(interest),
    payable: formatYuan(payable(invoice)),
    issuedAt,
    dueAt,
  };
}

function outcomeOf(signed: Terms, state: ContractState): AmendmentPreview['with'] {
  const terms = inForce(signed, state);
  const { invoices } = state;
  const cap = missConsequence(terms)?.caps.find(({ window }) => window === 'term')?.amount;
  return {
    status: state.status,
    endsAt: state.end?.at ?? terms.endsAt,
    totalAmount: formatYuan(terms.totalAmount),
    invoiced: formatYuan(sumFen(invoices.map(({ amount }) => amount))),
    credited: formatYuan(sumFen(invoices.map(({ credited }) => credited))),
    payable: formatYuan(sumFen(invoices.map(payable))),
    penaltyCap: cap === undefined ? null : formatYuan(cap),
    penalties: formatYuan(standingPenalties(state.misses)),
    failedMonths: assessMonths(terms, state).filter(({ failed }) => failed).length,
  };
}

function nothingAhead(id: string, status: string): Problem {
  const fault = {
    path: 'amendment',
    problem: `${id} is ${status}`,
    allowed: 'allowed is a draft, or an amendment that has not taken effect',
  };
  return new Problem('wrongState', `amendment: ${fault.problem}, ${fault.allowed}`, [fault]);
}
