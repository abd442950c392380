import { standingPenalty } from '#domain/contract/account';
import { attainmentOf, attainmentPercent, isBelow } from '#domain/contract/attainment';
import { termsOfMonth } from '#domain/contract/months';
import { lateness, obligationDueAt } from '#domain/contract/obligations';
import { type FixedMiss, type PartyRole, type TerminationRight } from '#domain/contract/state';
import { consequencesOn } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { capital, obligationWord } from '#narration/words';
import { type Block, type Paper } from '../paper.js';
import { counted, missLabel, priorityLabel } from '../words/labels.js';
import { column, factRows, heading, paragraph, table } from './blocks.js';
import { paperOf, type Drafting } from './drafting.js';
import { member } from './facts.js';
import { signatures } from './parties.js';

/**
 * The client's notice of termination 单方解除通知书, ready to be signed: its ground, the months and requests that decide
 * it, the clause, when it takes effect and until when it can be given (clause 2.6; Civil Code arts. 562 to 565). It is
 * a right: nothing ends before the notice has reached the provider.
 */
export function noticeToGive(draft: Drafting, arisenAt: Instant, at: Instant): Paper {
  const { pen } = draft;
  const right = rightArisen(draft, arisenAt);
  return paperOf(draft, {
    kind: 'terminationNotice',
    title: pen.say('单方解除通知书', 'Notice of termination'),
    at,
    body: [
      ...address(draft, 'client'),
      ...groundSection(draft, right),
      ...effectSection(draft, [
        effectOnReceipt(draft),
        pen.say(
          `解除权自 ${pen.deadline(right.arisenAt)} 产生，最迟可于 ${pen.deadline(right.lapsesAt)}（含该时刻）行使；逾期未到达${pen.party('provider')}的，解除权消灭（《民法典》第五百六十四条）。`,
          `The right arose at ${pen.deadline(right.arisenAt)}. The notice has to reach ${pen.party('provider')} by ${pen.deadline(right.lapsesAt)}, that moment included; after it the right is extinguished (Civil Code art. 564).`,
        ),
        ...reservations(draft),
      ]),
      signatures(draft, null, ['client']),
    ],
  });
}

/** The same notice as it was received: when it arrived, and when the contract ends by it (Civil Code art. 565). */
export function noticeReceived(draft: Drafting, at: Instant, endsAt: Instant): Paper {
  const right = draft.facts.state.rights.find(({ exercisedAt }) => exercisedAt === at);
  if (!right) throw new Error('no right was exercised');
  return receivedPaper(draft, at, 'client', [
    ...groundSection(draft, right),
    ...effectSection(draft, [receivedText(draft, 'provider', at, endsAt), ...reservations(draft)]),
  ]);
}

/** A notice by which a party ends the contract without a ground, where the contract lets it, as it was received. */
export function ordinaryNoticeReceived(draft: Drafting, at: Instant): Paper {
  const { facts, pen } = draft;
  const { notice } = facts.state;
  if (!notice) throw new Error('no notice was given');
  const days = facts.terms.termination.notice?.days ?? 0;
  const { clause } = facts.terms.termination;
  const to: PartyRole = notice.by === 'client' ? 'provider' : 'client';
  return receivedPaper(draft, at, notice.by, [
    paragraph(
      pen.say(
        `依合同第 ${clause} 条，${pen.party(notice.by)}通知解除合同，通知期为 ${days} 日，自通知到达之日的次日起算。`,
        `Under clause ${clause}, ${pen.party(notice.by)} terminates the contract with ${counted(days, 'day')} of notice, counted from the day after its receipt.`,
      ),
    ),
    ...effectSection(draft, [receivedText(draft, to, at, notice.endsAt)]),
  ]);
}

function receivedPaper(draft: Drafting, at: Instant, by: PartyRole, body: readonly Block[]): Paper {
  const { pen } = draft;
  return paperOf(draft, {
    kind: 'terminationNotice',
    key: 'received',
    title: pen.say('解除通知书（送达记录）', 'Notice of termination as received'),
    at,
    body: [...address(draft, by), ...body],
  });
}

function rightArisen({ facts }: Drafting, arisenAt: Instant): TerminationRight {
  const right = facts.state.rights.find((held) => held.arisenAt === arisenAt);
  if (!right) throw new Error(`no right arose at ${arisenAt}`);
  return right;
}

function address(draft: Drafting, from: PartyRole): Block[] {
  const { facts, pen } = draft;
  const to: PartyRole = from === 'client' ? 'provider' : 'client';
  const party = facts.parties[to];
  const giver = facts.parties[from];
  const sender = pen.say(
    `${member(giver, 'fullName')}（${pen.role(from)}），${member(giver, 'registeredAddress')}`,
    `${member(giver, 'fullName')} (${pen.role(from)}), ${member(giver, 'registeredAddress')}`,
  );
  const receiver = pen.say(
    `${member(party, 'fullName')}（${pen.role(to)}）\n${member(party, 'contactAddress')}，${member(party, 'contactDepartment')} ${member(party, 'contactPerson')}；${member(party, 'email')}`,
    `${member(party, 'fullName')} (${pen.role(to)})\n${member(party, 'contactAddress')}, ${member(party, 'contactDepartment')}, ${member(party, 'contactPerson')}; ${member(party, 'email')}`,
  );
  return [
    factRows([
      [pen.say('通知人', 'From'), sender],
      [pen.say('受通知人及送达地址', 'To, and served at'), receiver],
    ]),
  ];
}

function groundSection(draft: Drafting, right: TerminationRight): Block[] {
  const { facts, pen } = draft;
  const { clause } = facts.terms.termination;
  const basis = pen.say(
    `依合同第 ${clause} 条以及《民法典》第五百六十二条第二款、第五百六十五条，${pen.party('client')}通知${pen.party('provider')}解除合同。`,
    `Under clause ${clause} of the contract and arts. 562 (2) and 565 of the Civil Code, ${pen.party('client')} hereby gives ${pen.party('provider')} notice that it terminates the contract.`,
  );
  const parts = right.ground === 'delay' ? delayGround(draft, right) : monthsGround(draft, right);
  return [heading(2, pen.say('解除依据', 'Ground')), paragraph(basis, 'lead'), ...parts];
}

function monthsGround(draft: Drafting, right: TerminationRight): Block[] {
  const { facts, pen } = draft;
  const months = pen.list(right.periods);
  const misses = facts.state.misses.filter(
    (miss) => right.periods.includes(miss.period) && miss.counted && !miss.waiver && !miss.annulledAt,
  );
  const opening = (facts.state.opening?.failedPeriods ?? []).filter((period) =>
    right.periods.includes(period),
  );
  return [
    paragraph(
      pen.say(
        `${months} 连续 ${right.periods.length} 个月未达到服务水平目标。各月未达标的请求及目标如下：`,
        `The service missed what was agreed in ${right.periods.length} months in succession: ${months}. The requests and targets that decide it:`,
      ),
    ),
    ...(facts.terms.assessment.fails === 'attainmentBelow' ? [attainmentTable(draft, right)] : []),
    missTable(draft, misses),
    ...(opening.length === 0
      ? []
      : [
          paragraph(
            pen.say(
              `${pen.list(opening)} 系续签前合同承接的未达标月份。`,
              `${pen.list(opening)} failed under the contract before its renewal, which this one carries on.`,
            ),
            'note',
          ),
        ]),
  ];
}

/** The priorities whose attainment was below what the contract asks for, month by month. */
function attainmentTable({ facts, pen }: Drafting, right: TerminationRight): Block {
  const months = facts.state.closedMonths.filter(({ period }) => right.periods.includes(period));
  const rows = months.flatMap((month) => {
    const { assessment } = termsOfMonth(facts.terms, month);
    const attained = Object.entries(attainmentOf(facts.state, month));
    return attained.flatMap(([priority, attainment]) => {
      const agreed = assessment.attainmentBelowPercent[priority];
      if (agreed === undefined || !isBelow(attainment, agreed)) return [];
      const concluded = attainment.met + attainment.missed;
      const share = `${attainmentPercent(attainment) ?? ''}% (${attainment.met} / ${concluded})`;
      return [[month.period, priorityLabel(pen, priority), share, `${agreed}%`]];
    });
  });
  return table({
    columns: [
      column(pen.say('月份', 'Month'), 2),
      column(pen.say('优先级', 'Priority'), 2),
      column(pen.say('达成率（达标 / 判定）', 'Attainment (met / concluded)'), 3),
      column(pen.say('约定下限', 'Agreed at least'), 2),
    ],
    rows,
    empty: pen.say('无', 'None'),
  });
}

/** With what each miss cost, where single misses cost anything. */
function missTable({ facts, pen }: Drafting, misses: readonly FixedMiss[]): Block {
  const arePriced = consequencesOn(facts.terms, 'miss').length > 0;
  return table({
    columns: [
      column(pen.say('月份', 'Month'), 1.2),
      column(pen.say('请求 / 目标', 'Request / target'), 3),
      column(pen.say('优先级', 'Priority'), 1.3),
      column(pen.say('期限', 'Deadline'), 2.2),
      column(pen.say('未达标时刻', 'Missed at'), 2.2),
      ...(arePriced ? [column(pen.say('违约金（元）', 'Penalty (RMB)'), 1.8, 'right')] : []),
    ],
    rows: misses.map((miss) => [
      miss.period,
      missLabel(pen, miss),
      priorityLabel(pen, miss.priority),
      pen.deadline(miss.dueAt),
      pen.deadline(miss.at),
      ...(arePriced ? [pen.figures(standingPenalty(miss))] : []),
    ]),
    empty: pen.say('本合同期间内没有未达标记录。', 'None within this contract.'),
  });
}

function delayGround(draft: Drafting, right: TerminationRight): Block[] {
  const { facts, pen } = draft;
  const owed = facts.terms.obligations.find(({ id }) => id === right.obligation);
  const state = facts.state.obligations.find(({ id }) => id === right.obligation);
  if (!owed || !state) throw new Error(`${right.obligation} is no obligation of the contract`);
  const word = obligationWord(owed.id);
  const days = lateness(facts.terms, owed, state, facts.state.through);
  const dueAt = obligationDueAt(facts.terms, owed, state);
  return [
    factRows([
      [
        pen.say('义务', 'Obligation'),
        pen.say(`${word['zh-CN']}（第 ${owed.clause} 条）`, `${capital(word.en)} (clause ${owed.clause})`),
      ],
      [pen.say('履行期限', 'Due'), pen.deadline(dueAt)],
      [
        pen.say('迟延', 'Delay'),
        pen.say(`${days} 日，尚未履行`, `${counted(days, 'day')}, not yet performed`),
      ],
      [
        pen.say('约定的解除条件', 'Agreed ground'),
        pen.say(
          `迟延超过 ${facts.terms.termination.delayDays ?? 0} 日`,
          `a delay of more than ${counted(facts.terms.termination.delayDays ?? 0, 'day')}`,
        ),
      ],
    ]),
  ];
}

/** Paragraphs that are counted, (1), (2). */
function effectSection({ pen }: Drafting, texts: readonly string[]): Block[] {
  return [
    heading(2, pen.say('效力', 'Effect')),
    ...texts.map((text, index) => paragraph(texts.length === 1 ? text : `(${index + 1}) ${text}`)),
  ];
}

function effectOnReceipt({ facts, pen }: Drafting): string {
  const { noticeDays } = facts.terms.termination;
  if (noticeDays === 0)
    return pen.say(
      `合同自本通知到达${pen.party('provider')}时解除（《民法典》第五百六十五条）。`,
      `The contract ends when this notice reaches ${pen.party('provider')} (Civil Code art. 565).`,
    );
  return pen.say(
    `合同于本通知到达${pen.party('provider')}之日的次日起算第 ${noticeDays} 日 24:00 解除；在此之前双方继续履行（《民法典》第五百六十五条）。`,
    `The contract ends at 24:00 of the last of ${counted(noticeDays, 'day')} of notice, counted from the day after this notice reaches ${pen.party('provider')}; until then both parties go on performing it (Civil Code art. 565).`,
  );
}

function receivedText({ pen }: Drafting, to: PartyRole, at: Instant, endsAt: Instant): string {
  const received = pen.say(
    `本通知于 ${pen.moment(at)}（${pen.zone}）到达${pen.party(to)}。`,
    `This notice reached ${pen.party(to)} at ${pen.moment(at)} (${pen.zone}).`,
  );
  const end =
    endsAt > at
      ? pen.say(
          `通知期届满后，合同于 ${pen.deadline(endsAt)} 解除。`,
          `When the days of notice are over, the contract ends at ${pen.deadline(endsAt)}.`,
        )
      : pen.say(
          '合同自到达之时解除（《民法典》第五百六十五条）。',
          'The contract ended on its receipt (Civil Code art. 565).',
        );
  return pen.say(`${received}${end}`, `${received} ${end}`);
}

function reservations({ facts, pen }: Drafting): string[] {
  const { payment } = facts.terms.clauses;
  return [
    pen.say(
      `合同解除不影响合同中结算和清理条款的效力（《民法典》第五百六十七条）；双方依第 ${payment} 条结算账单、违约金和已付未用的款项。`,
      `Termination leaves the clauses on settlement in force (Civil Code art. 567): invoices, penalties and money paid and not used are settled under clause ${payment}.`,
    ),
    pen.say(
      `本通知不放弃${pen.party('client')}依法享有的其他权利，包括《民法典》第五百六十三条规定的法定解除权。`,
      `${pen.partyFirst('client')} reserves all other rights that the law gives it, that of Civil Code art. 563 among them.`,
    ),
  ];
}
