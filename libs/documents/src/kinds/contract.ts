import { issueInvoice } from '#domain/contract/billing';
import { ZERO_FEN } from '#domain/money/fen';
import { prioritiesOf, type BillTerms } from '#domain/terms';
import { addDays } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { capital, obligationWord } from '#narration/words';
import { type Block, type Paper } from '../paper.js';
import { lowerFirst, measureLabel, priorityLabel, targetLabel } from '../words/labels.js';
import { amount, column, heading, paragraph, summed, table } from './blocks.js';
import { clauseBlocks } from './clause-blocks.js';
import { paperOf, type Drafting } from './drafting.js';
import { feeWord, vatPercent } from './lines.js';
import { signatures } from './parties.js';

/**
 * The contract as it is signed: every clause of its text, the price in figures and in capitals (clause 3.1), and what
 * follows from the clauses as tables. Signers and instants are printed as far as the parties have signed.
 */
export function contractPaper(draft: Drafting, at: Instant): Paper {
  const { facts, pen } = draft;
  const text = facts.text[pen.language];
  return paperOf(draft, {
    kind: 'contract',
    title: text.title,
    at,
    tableOfContents: true,
    body: [
      ...text.clauses.flatMap(clauseBlocks),
      heading(1, pen.say('签署', 'Signatures')),
      paragraph(
        pen.say(
          '双方确认已阅读并同意本合同全部条款及附件。',
          'The parties have read and agree to all clauses of this contract and its appendices.',
        ),
      ),
      signatures(draft, 'contract'),
      { type: 'pageBreak' },
      ...appendices(draft),
    ],
  });
}

function appendices(draft: Drafting): Block[] {
  const parts = [priceAppendix, targetsAppendix, obligationsAppendix, planAppendix];
  const written = parts.map((part) => part(draft)).filter((blocks) => blocks.length > 0);
  const { pen } = draft;
  const { clauses } = draft.facts.terms;
  return written.flatMap(([title, ...blocks], index) => [
    numbered(draft, title, index + 1),
    ...(index === 0
      ? [
          paragraph(
            pen.say(
              `附件由合同条款推算，便于双方查阅；与条款不一致的，以条款为准。金额均含增值税，税率 ${vatPercent(draft)}%（第 ${clauses.fee} 条）。`,
              `The appendices follow from the clauses and are given for convenience; where they differ, the clauses prevail. Amounts include value-added tax at ${vatPercent(draft)}% (clause ${clauses.fee}).`,
            ),
            'note',
          ),
        ]
      : []),
    ...blocks,
  ]);
}

function numbered({ pen }: Drafting, title: Block | undefined, number: number): Block {
  const text = title?.type === 'heading' ? title.text : '';
  const chinese = ['一', '二', '三', '四'][number - 1] ?? String(number);
  return heading(1, pen.say(`附件${chinese} ${text}`, `Appendix ${number}: ${text}`));
}

function priceAppendix(draft: Drafting): Block[] {
  const { facts, pen } = draft;
  const { monthlyFee, totalAmount } = facts.terms;
  const fee =
    monthlyFee === null
      ? []
      : [amount(pen.say(`每月${feeWord(draft)}`, `Monthly ${lowerFirst(feeWord(draft))}`), monthlyFee)];
  return [
    heading(1, pen.say('价款', 'Price')),
    ...fee,
    amount(pen.say('合同总金额', 'Total contract amount'), totalAmount),
  ];
}

/** Each invoice as it is planned, with its days of issue and of payment (clauses 3.1, 3.2). */
function planAppendix(draft: Drafting): Block[] {
  const { facts, pen } = draft;
  const { billing, totalAmount } = facts.terms;
  const total = summed(
    'payment schedule',
    billing.plan.map((bill) => bill.amount),
    totalAmount,
  );
  return [
    heading(1, pen.say('付款计划', 'Payment schedule')),
    paragraph(planNote(draft), 'note'),
    table({
      columns: [
        column(pen.say('期次', 'No.'), 1, 'center'),
        column(pen.say('账单所涉期间 / 款项', 'Period or item'), 4),
        column(pen.say('出具日', 'Issued'), 2.4),
        column(pen.say('付款期限', 'Due'), 2.6),
        column(pen.say('金额（元）', 'Amount (RMB)'), 2.2, 'right'),
      ],
      rows: billing.plan.map((bill, index) => [
        String(index + 1),
        spanText(draft, bill),
        ...planned(draft, bill),
        pen.figures(bill.amount),
      ]),
      total: [pen.say('合计', 'Total'), '', '', '', pen.figures(total)],
      empty: pen.say('无', 'None'),
    }),
  ];
}

function spanText(draft: Drafting, { firstDate, endDate }: BillTerms): string {
  if (draft.facts.terms.billing.timing === 'onPerformance') return feeWord(draft);
  const last = addDays(endDate, -1);
  return draft.pen.say(`${firstDate} 至 ${last}`, `${firstDate} to ${last}`);
}

function planNote({ facts, pen }: Drafting): string {
  const { payment } = facts.terms.clauses;
  const due = pen.say(`付款期限依第 ${payment} 条。`, `Due days are those of clause ${payment}.`);
  if (facts.terms.billing.timing !== 'inAdvance') return due;
  return pen.say(
    `${due}合同在计划出具日之后生效的，首期账单于生效之时出具。`,
    `${due} Where the contract takes effect after the day planned, the first invoice is issued when it does.`,
  );
}

/** Its issue, and its due instant as the core reckons it: the invoice is issued on paper, to a contract without any. */
function planned({ facts, pen }: Drafting, bill: BillTerms): [issued: string, due: string] {
  const { terms, state } = facts;
  if (terms.billing.timing === 'onPerformance') {
    const days = terms.billing.lateInvoiceDueAfterDays;
    return [
      pen.say('义务履行完毕时', 'On performance'),
      pen.say(`出具后 ${days} 日内`, `${days} days after issue`),
    ];
  }
  const at = terms.billing.timing === 'inAdvance' ? bill.from : bill.to;
  const empty = { ...state, invoices: [], misses: [], charges: [], unapplied: ZERO_FEN };
  const asked = { terms: bill, amount: bill.amount, interest: ZERO_FEN };
  const [invoice] = issueInvoice(terms, empty, asked, at).invoices;
  if (!invoice) throw new Error(`no invoice can be planned for ${bill.period}`);
  return [pen.dateOf(at), pen.deadline(invoice.dueAt)];
}

/** Priority by target (clauses 2.3, 2.4); nothing where the contract takes no requests. */
function targetsAppendix({ facts, pen }: Drafting): Block[] {
  const { service } = facts.terms;
  if (service === null) return [];
  const kinds = (['response', 'workaround', 'resolution'] as const).filter((kind) =>
    Object.values(service.targets).some((targets) => targets.some((target) => target.kind === kind)),
  );
  return [
    heading(1, pen.say('服务水平目标', 'SLA targets')),
    table({
      columns: [
        column(pen.say('优先级', 'Priority'), 1.4),
        ...kinds.map((kind) => column(targetLabel(pen, kind), 2)),
      ],
      rows: prioritiesOf(facts.terms).map((priority) => [
        priorityLabel(pen, priority),
        ...kinds.map((kind) => {
          const target = service.targets[priority]?.find((candidate) => candidate.kind === kind);
          if (!target) return '—';
          const clause = pen.say(`第 ${target.clause} 条`, `clause ${target.clause}`);
          return pen.say(
            `${measureLabel(pen, target.measure)}（${clause}）`,
            `${measureLabel(pen, target.measure)} (${clause})`,
          );
        }),
      ]),
      empty: pen.say('无', 'None'),
    }),
    paragraph(
      pen.say(
        '各项时限自服务台登记请求之时起算；“—”表示该优先级没有此项目标。',
        'All times run from the moment the desk has put the request on record; “—” where a priority has no such target.',
      ),
      'note',
    ),
  ];
}

/** What the provider has to do once, by a day. */
function obligationsAppendix({ facts, pen }: Drafting): Block[] {
  const { obligations } = facts.terms;
  if (obligations.length === 0) return [];
  return [
    heading(1, pen.say('履行期限', 'Obligations and their due days')),
    table({
      columns: [
        column(pen.say('义务', 'Obligation'), 3),
        column(pen.say('条款', 'Clause'), 1.5),
        column(pen.say('履行期限', 'Due'), 3),
        column(pen.say('所涉金额（元）', 'Value (RMB)'), 2.5, 'right'),
      ],
      rows: obligations.map(({ id, clause, dueAt, value }) => [
        capital(obligationWord(id)[pen.language]),
        clause,
        pen.deadline(dueAt),
        pen.figures(value),
      ]),
      empty: pen.say('无', 'None'),
    }),
  ];
}
