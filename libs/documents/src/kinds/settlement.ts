import { outstanding } from '#domain/contract/billing';
import { billNamed, servedOf } from '#domain/contract/bills';
import { heldOutPenalties } from '#domain/contract/contests';
import { payoutDue, settlementOf, type Settlement } from '#domain/contract/settlement';
import { atLeastZero, minFen, subtractFen, sumFen, ZERO_FEN, type Fen } from '#domain/money/fen';
import { type Instant } from '#domain/time/instant';
import { type Block, type Paper } from '../paper.js';
import { lowerFirst } from '../words/labels.js';
import { amount, factRows, heading, paragraph, summed } from './blocks.js';
import { paperOf, type Drafting } from './drafting.js';
import { account, sumTable, vatTable } from './invoice.js';
import { amountsOf, feeWord, negative, penaltyLines, unaskedInterestLines, type Line } from './lines.js';
import { partiesBlock, signatures } from './parties.js';

/**
 * The settlement 结算书 of an ended contract: what the client owes invoice by invoice with interest, what is paid out to
 * it (penalties never credited, unused days, money that nothing took), and to which account (clauses 2.6, 3.2).
 */
export function settlementPaper(draft: Drafting, at: Instant, revised: boolean): Paper {
  const { facts, pen } = draft;
  const settlement = settlementOf(facts.terms, facts.state);
  if (!settlement || !facts.state.end) throw new Error('the contract has not ended');
  const owed = owedByClient(draft, settlement);
  const due = owedToClient(draft, settlement);
  return paperOf(draft, {
    kind: 'settlement',
    ...(revised && { key: `revised-${pen.dateOf(at)}` }),
    title: revised ? pen.say('结算书（更正）', 'Revised settlement') : pen.say('结算书', 'Settlement'),
    at,
    body: [
      partiesBlock(draft),
      factRows([
        [
          pen.say('合同终止', 'The contract ended'),
          `${pen.deadline(facts.state.end.at)}，${endWord(draft)}`.replace('，', pen.say('，', ', ')),
        ],
        [pen.say('结算时间', 'As of'), `${pen.moment(at)} (${pen.zone})`],
        [
          pen.say('合同依据', 'Under'),
          pen.say(
            `第 ${facts.terms.clauses.penalties} 条、第 ${facts.terms.clauses.payment} 条`,
            `clauses ${facts.terms.clauses.penalties} and ${facts.terms.clauses.payment}`,
          ),
        ],
        [
          pen.say('更正说明', 'Revised'),
          revised
            ? pen.say(
                '终止后发生的事实改变了应付款项；本结算书取代此前的结算书。',
                'What happened after the end has changed what is owed; this settlement replaces the one before.',
              )
            : null,
        ],
      ]),
      ...owed.blocks,
      ...due.blocks,
      ...resultSection(draft, owed.total, due.total),
      heading(3, pen.say('双方确认上述结算', 'The parties acknowledge this settlement')),
      signatures(draft, null),
    ],
  });
}

function endWord({ facts, pen }: Drafting): string {
  const isTerminated = facts.state.end?.kind === 'terminated';
  return isTerminated
    ? pen.say('提前终止', 'before the end of its term')
    : pen.say('期限届满', 'by the end of its term');
}

interface Side {
  readonly total: Fen;
  readonly blocks: readonly Block[];
}

function owedByClient(draft: Drafting, settlement: Settlement): Side {
  const { facts, pen, numbers } = draft;
  const invoices: Line[] = facts.state.invoices
    .filter((invoice) => outstanding(invoice) !== ZERO_FEN)
    .map((invoice) => {
      const number = numbers.invoice(invoice.period);
      const due = pen.deadline(invoice.dueAt);
      const text = pen.say(
        `账单 ${number}（${invoice.period}）未付部分，付款期限 ${due}`,
        `Invoice ${number} (${invoice.period}), unpaid, due ${due}`,
      );
      return { text, amount: outstanding(invoice) };
    });
  summed('outstanding', amountsOf(invoices), settlement.outstanding);
  const interest = interestOwed(draft, settlement);
  const lines = [...invoices, ...interest];
  const total = summed(
    'owed by the client',
    amountsOf(lines),
    sumFen([settlement.outstanding, settlement.interest]),
  );
  const title = pen.say(
    `${pen.party('client')}应付${pen.party('provider')}`,
    `Owed by ${pen.party('client')} to ${pen.party('provider')}`,
  );
  return { total, blocks: [heading(2, title), ...sideBlocks(draft, title, [vatLines(draft, lines)], total)] };
}

/** The lines of a side with their sum in figures and in capitals; a word where there are none. */
function sideBlocks(
  { pen }: Drafting,
  title: string,
  tables: readonly (Block | null)[],
  total: Fen,
): Block[] {
  const written = tables.filter((block) => block !== null);
  if (written.length === 0) return [paragraph(pen.say('无。', 'Nothing.'))];
  const label = pen.say(`${title}合计（含税）`, `Total ${lowerFirst(title)}, tax included`);
  return [...written, amount(label, total)];
}

function vatLines(draft: Drafting, lines: readonly Line[]): Block | null {
  return lines.length === 0 ? null : vatTable(draft, lines);
}

/** Interest that no invoice has asked for, less what money that lay unapplied has paid of it. */
function interestOwed(draft: Drafting, settlement: Settlement): Line[] {
  const { pen, facts } = draft;
  const lines = unaskedInterestLines(draft) ?? [];
  const unasked = sumFen(amountsOf(lines));
  const paid = minFen(facts.state.unapplied, atLeastZero(unasked));
  const text = pen.say('减：以未抵用款项清偿的利息', 'Less: interest paid from money not yet applied');
  const all = paid === ZERO_FEN ? lines : [...lines, { text, amount: negative(paid) }];
  if (sumFen(amountsOf(all)) === settlement.interest) return all;
  // What was taken back of interest that an invoice has asked for is below nothing, and owed by nobody.
  return settlement.interest === ZERO_FEN
    ? []
    : [{ text: pen.say('逾期利息', 'Late interest'), amount: settlement.interest }];
}

function owedToClient(draft: Drafting, settlement: Settlement): Side {
  const { facts, pen } = draft;
  const taxed = [...penaltiesOwed(draft, settlement), ...refunds(draft, settlement)];
  const untaxed = [
    {
      text: pen.say('已付而未用于清偿账单的款项', 'Money received that no invoice took'),
      amount: settlement.unapplied,
    },
    { text: pen.say('减：此前已支付', 'Less: paid out before'), amount: negative(facts.state.paidOut) },
  ].filter((line) => line.amount !== ZERO_FEN);
  const total = atLeastZero(sumFen([...amountsOf(taxed), ...amountsOf(untaxed)]));
  summed('paid out to the client', [total], payoutDue(settlement, facts.state));
  const title = pen.say(
    `${pen.party('provider')}应付${pen.party('client')}`,
    `Owed by ${pen.party('provider')} to ${pen.party('client')}`,
  );
  const other =
    untaxed.length === 0
      ? null
      : sumTable(draft, untaxed, pen.say('合计（不涉及增值税）', 'Total, without value-added tax'));
  return {
    total,
    blocks: [heading(2, title), ...sideBlocks(draft, title, [vatLines(draft, taxed), other], total)],
  };
}

function penaltiesOwed(draft: Drafting, settlement: Settlement): Line[] {
  const { pen, facts } = draft;
  const heldOut = heldOutPenalties(facts.state);
  const contested = {
    text: pen.say(
      '减：有异议、尚待处理的违约金',
      'Less: contested penalties, held out until they are decided',
    ),
    amount: negative(heldOut),
  };
  const all = penaltyLines(draft, facts.state.invoices);
  const lines = heldOut === ZERO_FEN ? all : [...all, contested];
  if (sumFen(amountsOf(lines)) < ZERO_FEN) return [];
  summed('penalties never credited', amountsOf(lines), settlement.penaltiesPaidOut);
  return lines;
}

/** The unused days of what was invoiced in advance, invoice by invoice. */
function refunds(draft: Drafting, settlement: Settlement): Line[] {
  const { facts, pen, numbers } = draft;
  const { terms, state } = facts;
  const endedAt = settlement.at;
  if (settlement.refund === ZERO_FEN) return [];
  const lines = state.invoices
    .map((invoice) => ({
      text: pen.say(
        `账单 ${numbers.invoice(invoice.period)}（${invoice.period}）终止后未使用各日的${feeWord(draft)}`,
        `${feeWord(draft)} of the unused days of invoice ${numbers.invoice(invoice.period)} (${invoice.period})`,
      ),
      amount: subtractFen(invoice.amount, servedOf(terms, billNamed(terms, invoice.period), endedAt)),
    }))
    .filter((line) => line.amount !== ZERO_FEN);
  summed('refund', amountsOf(lines), settlement.refund);
  return lines;
}

function resultSection(draft: Drafting, owed: Fen, due: Fen): Block[] {
  const { pen } = draft;
  const nothing = pen.say('双方互无应付款项。', 'Neither party owes the other anything.');
  return [
    heading(2, pen.say('支付', 'Payment')),
    ...(owed > ZERO_FEN ? [payment(draft, 'client', owed), account(draft)] : []),
    ...(due > ZERO_FEN ? [payment(draft, 'provider', due)] : []),
    ...(owed > ZERO_FEN && due > ZERO_FEN ? [setOff(draft, owed, due)] : []),
    ...(owed === ZERO_FEN && due === ZERO_FEN ? [paragraph(nothing, 'lead')] : []),
  ];
}

function payment({ pen }: Drafting, by: 'client' | 'provider', value: Fen): Block {
  const text =
    by === 'client'
      ? pen.say(
          `${pen.party('client')}向${pen.party('provider')}支付 ${pen.money(value)}，付至下列收款账户。`,
          `${pen.partyFirst('client')} pays ${pen.party('provider')} ${pen.money(value)}, to the account below.`,
        )
      : pen.say(
          `${pen.party('provider')}向${pen.party('client')}支付 ${pen.money(value)}，付至${pen.party('client')}书面指定的账户。`,
          `${pen.partyFirst('provider')} pays ${pen.party('client')} ${pen.money(value)}, to the account that ${pen.party('client')} names in writing.`,
        );
  return paragraph(text, 'lead');
}

/** Both debts stand by themselves; either party may set them off by notice (Civil Code art. 568). */
function setOff({ pen }: Drafting, owed: Fen, due: Fen): Block {
  const [payer, payee] = owed >= due ? (['client', 'provider'] as const) : (['provider', 'client'] as const);
  const rest = owed >= due ? subtractFen(owed, due) : subtractFen(due, owed);
  const result =
    rest === ZERO_FEN
      ? pen.say('双方互不再付', 'neither pays the other')
      : pen.say(
          `由${pen.party(payer)}向${pen.party(payee)}支付 ${pen.money(rest)}`,
          `${pen.party(payer)} pays ${pen.party(payee)} ${pen.money(rest)}`,
        );
  return paragraph(
    pen.say(
      `任何一方依《民法典》第五百六十八条通知对方抵销的，抵销后${result}。`,
      `Where either party sets off by notice to the other (Civil Code art. 568), ${result}.`,
    ),
    'note',
  );
}
