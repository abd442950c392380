import { readFile } from 'node:fs/promises';
import { type Block, type Paper, type PaperLanguage } from '#documents/paper';
import { papersOf, contractPaper } from '#documents/papers-of';
import { fen } from '#domain/money/fen';
import { type Signer } from '#domain/signing/envelope';
import { instant, type Instant } from '#domain/time/instant';
import { readScenario, readScenarioDocument } from '#rehearsal/scenario';
import { rehearsedPapers, type RehearsedPaper } from './collect.js';

/** A year at 20000.00 a month and 5‰ of 240000.00 for each miss: 1200.00. */
const PARAMETERS = {
  termStart: '2025-01-01',
  termMonths: 12,
  monthlyFee: '20000.00',
  penaltyPermille: '5',
};

const event = (when: string, type: string, members: object): object => ({
  at: `2025-${when}:00+08:00`,
  type,
  ...members,
});

/**
 * A is answered five minutes late in January and waived in March, B half an hour late in February. The client pays all of
 * January and 30000.00 in February: 18800.00 for February, and 11200.00 wait for March.
 */
const PAID = {
  template: 'it-support-2025',
  parameters: PARAMETERS,
  events: [
    event('01-06T09:00', 'request.recorded', { request: 'A', urgency: 'high', impact: 'high' }),
    event('01-06T09:20', 'request.responded', { request: 'A' }),
    event('01-06T11:00', 'request.resolved', { request: 'A' }),
    event('01-07T11:00', 'request.rated', { request: 'A', score: 4 }),
    event('01-09T09:00', 'payment.received', { amount: '20000.00', reference: '2025-01' }),
    event('02-03T10:00', 'payment.received', { amount: '30000.00' }),
    event('02-10T09:00', 'request.recorded', { request: 'B', urgency: 'low', impact: 'low' }),
    event('02-10T17:30', 'request.responded', { request: 'B' }),
    event('02-11T09:00', 'request.resolved', { request: 'B' }),
    event('03-04T10:00', 'miss.waived', { request: 'A', target: 'response', reason: '停电', by: '经理' }),
  ],
  until: '2025-04-15T00:00:00+08:00',
};

type Tables = (readonly (readonly string[])[])[];

class Shelf {
  constructor(readonly all: readonly RehearsedPaper[]) {}

  static async of(scenario: unknown, language: PaperLanguage = 'zh-CN'): Promise<Shelf> {
    const read = typeof scenario === 'string' ? readScenario(scenario) : readScenarioDocument(scenario);
    const found = await rehearsedPapers(read, language);
    if ('faults' in found) throw new Error(JSON.stringify(found.faults));
    return new Shelf(found.papers);
  }

  static async ofFile(path: string, language: PaperLanguage = 'zh-CN'): Promise<Shelf> {
    return Shelf.of(await readFile(new URL(`../../../../${path}`, import.meta.url), 'utf8'), language);
  }

  named(kind: Paper['kind'], key: string | null = null): RehearsedPaper {
    const found = this.all.filter(({ paper }) => paper.kind === kind && paper.key === key);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} papers ${kind} ${key}`);
    return found[0];
  }

  body(kind: Paper['kind'], key: string | null = null): readonly Block[] {
    return this.named(kind, key).paper.body;
  }
}

/** The rows of every table, with its total. */
function tables(body: readonly Block[]): Tables {
  return body.flatMap((block) =>
    block.type === 'table' ? [[...block.rows, ...(block.total ? [block.total] : [])]] : [],
  );
}

function amounts(body: readonly Block[]): (readonly [string, string])[] {
  return body.flatMap((block) => (block.type === 'amount' ? [[block.figures, block.capitals] as const] : []));
}

function facts(body: readonly Block[]): Record<string, string> {
  return Object.fromEntries(body.flatMap((block) => (block.type === 'facts' ? block.rows : [])));
}

function prose(body: readonly Block[]): string {
  return body.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])).join('\n');
}

describe('the papers of a contract that is paid', () => {
  let shelf: Shelf;
  beforeAll(async () => {
    shelf = await Shelf.of(PAID);
  });

  it('are these, in the order in which they came about', () => {
    expect(shelf.all.map(({ paper }) => [paper.kind, paper.key, paper.number])).toEqual([
      ['contract', null, 'REHEARSAL'],
      ['invoice', '2025-01', 'INV-2025-0001'],
      ['report', '2025-01', 'REHEARSAL'],
      ['statement', '2025-01', 'REHEARSAL'],
      ['invoice', '2025-02', 'INV-2025-0002'],
      ['creditNote', '2025-02', 'CN-2025-0001'],
      ['report', '2025-02', 'REHEARSAL'],
      ['statement', '2025-02', 'REHEARSAL'],
      ['invoice', '2025-03', 'INV-2025-0003'],
      ['creditNote', '2025-03', 'CN-2025-0002'],
      ['report', '2025-03', 'REHEARSAL'],
      ['statement', '2025-03', 'REHEARSAL'],
      ['invoice', '2025-04', 'INV-2025-0004'],
    ]);
  });

  it('the contract: price in capitals, targets, and twelve invoices that sum to the total', () => {
    const body = shelf.body('contract');
    expect(amounts(body)).toEqual([
      ['20000.00', '人民币贰万元整'],
      ['240000.00', '人民币贰拾肆万元整'],
    ]);
    const [targets, plan] = tables(body);
    expect(targets).toEqual([
      ['紧急', '15 分钟（第 2.3 条）', '4 小时（第 2.4 条）', '—'],
      ['高', '30 分钟（第 2.3 条）', '8 小时（第 2.4 条）', '24 小时（第 2.4 条）'],
      ['中', '4 小时（第 2.3 条）', '—', '1 个工作日（第 2.4 条）'],
      ['低', '8 小时（第 2.3 条）', '—', '3 个工作日（第 2.4 条）'],
    ]);
    expect(plan).toHaveLength(13);
    expect(plan?.[1]).toEqual([
      '2',
      '2025-02-01 至 2025-02-28',
      '2025-02-01',
      '2025-02-10 24:00',
      '20,000.00',
    ]);
    expect(plan?.at(-1)).toEqual(['合计', '', '', '', '240,000.00']);
  });

  it('the invoice of March: tax, what is set off, what the client had paid too much', () => {
    const body = shelf.body('invoice', '2025-03');
    expect(tables(body)).toEqual([
      [
        ['2025-03 服务费 (2025-03-01 至 2025-03-31)', '18,867.92', '6%', '1,132.08', '20,000.00'],
        ['合计', '18,867.92', '', '1,132.08', '20,000.00'],
      ],
      [
        ['本账单价税合计', '20,000.00'],
        ['减：贷记单 CN-2025-0002 抵扣', '-1,200.00'],
        ['应付金额', '18,800.00'],
      ],
    ]);
    expect(amounts(body)).toEqual([['18800.00', '人民币壹万捌仟捌佰元整']]);
    expect(facts(body)).toMatchObject({
      付款期限: '2025-03-10 24:00 以前（含）',
      开户银行: '示例银行上海分行',
    });
    expect(prose(body)).toContain('清偿 11,200.00 元，尚需支付 7,600.00 元');
  });

  it('the credit note of February: the penalty of January, with its tax', () => {
    const body = shelf.body('creditNote', '2025-02');
    expect(tables(body)).toEqual([
      [
        ['2025-01 请求 A 响应未达标，违约金', '1,200.00'],
        ['合计', '1,200.00'],
      ],
      [
        ['抵扣账单 INV-2025-0002', '1,132.08', '6%', '67.92', '1,200.00'],
        ['合计', '1,132.08', '', '67.92', '1,200.00'],
      ],
    ]);
    expect(amounts(body)).toEqual([['1200.00', '人民币壹仟贰佰元整']]);
  });

  it('the report of January: one critical request, answered late, resolved in two hours', () => {
    const body = shelf.body('report', '2025-01');
    const [priorities, misses, months, requests] = tables(body);
    expect(priorities?.slice(0, 2)).toEqual([
      ['紧急', '1', '1', '1 / 2', '50.0%', '20 分', '2 小时', '2 小时'],
      ['高', '0', '0', '0 / 0', '不适用', '不适用', '不适用', '不适用'],
    ]);
    expect(misses).toEqual([
      ['A / 响应', '紧急', '2025-01-06 09:15', '2025-01-06 09:15', '240,000.00 的 5‰'],
    ]);
    expect(months?.[0]).toEqual(['2025-01', '1', '1', '0', '1', '0', '未达标', '1', '1,200.00']);
    expect(requests).toEqual([
      ['A', '紧急', '2025-01-06 09:00', '2025-01-06 11:00', '响应未达标；临时解决达标'],
    ]);
    expect(facts(body)).toMatchObject({
      本月登记: '1 件',
      月末未解决: '0 件',
      平均分: '4.00 分（满分 5 分）',
    });
    expect(
      body.flatMap((block) => (block.type === 'chart' ? [block.series.map(({ values }) => values)] : [])),
    ).toEqual([[[50, null, null, null]], [[1], [1]], [[1]], [[1200]]]);
  });

  it('the statement of March: what was waived is netted, and March is not paid in full', () => {
    const body = shelf.body('statement', '2025-03');
    const [misses, invoice, account, penalties, payments, lines] = tables(body);
    expect(misses).toEqual([]);
    expect(invoice).toEqual([
      ['I1', 'INV-2025-0003', '服务费', '20,000.00'],
      ['I2', 'INV-2025-0003', '违约金抵扣', '-1,200.00'],
      ['应付', '', '', '18,800.00'],
    ]);
    expect(account).toEqual([
      ['INV-2025-0003', '2025-03-10 24:00', '18,800.00', '11,200.00', '7,600.00', '逾期'],
      ['未付合计', '', '', '', '7,600.00', ''],
    ]);
    expect(penalties).toEqual([
      ['2025-01 请求 A 响应未达标（豁免）', '-1,200.00'],
      ['尚未抵扣', '-1,200.00'],
    ]);
    expect(payments).toEqual([]);
    expect(lines?.map(([no, , name]) => [no, name])).toEqual([
      ['I1', 'invoice/2025-03/fee'],
      ['I2', 'invoice/2025-03/credit'],
    ]);
    expect(facts(body)).toMatchObject({ 确认或者异议截止: '2025-04-10 24:00' });
  });

  it('says all of it in English too', async () => {
    const english = await Shelf.of(PAID, 'en');
    expect(english.all).toHaveLength(shelf.all.length);
    expect(tables(english.body('statement', '2025-02')).at(0)).toEqual([
      ['M1', 'B / response', 'Low', '2025-02-10 17:00', '2025-02-10 17:00', '1,200.00', '5‰ of 240,000.00'],
      ['Total', '', '', '', '', '1,200.00', ''],
    ]);
    const chinese = english.all.flatMap(({ paper }) =>
      paper.body.flatMap((block) => (block.type === 'heading' ? [`${paper.title} ${block.text}`] : [])),
    );
    expect(chinese.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });
});

describe('the papers of an end by right', () => {
  let shelf: Shelf;
  beforeAll(async () => {
    shelf = await Shelf.ofFile('test/cases/rehearsal/09-termination-right.json');
  });

  it('the notice to give: months, requests, clause, and the last day for it', () => {
    const body = shelf.body('terminationNotice');
    expect(tables(body)).toEqual([
      [
        ['2025-01', 'A / 响应', '紧急', '2025-01-06 09:15', '2025-01-06 09:15', '1,200.00'],
        ['2025-02', 'B / 响应', '低', '2025-02-10 17:00', '2025-02-10 17:00', '1,200.00'],
        ['2025-03', 'C / 响应', '高', '2025-03-31 20:30', '2025-03-31 20:30', '1,200.00'],
      ],
    ]);
    const text = prose(body);
    expect(text).toContain('第 2.6 条');
    expect(text).toContain('合同自本通知到达服务商时解除（《民法典》第五百六十五条）');
    expect(text).toContain('最迟可于 2026-03-31 24:00（含该时刻）行使');
    expect(body.at(-1)).toMatchObject({ type: 'signatures', panels: [{ role: '客户' }] });
  });

  it('the notice as received', () => {
    expect(prose(shelf.body('terminationNotice', 'received'))).toContain(
      '本通知于 2025-04-21 10:00（Asia/Shanghai）到达服务商。合同自到达之时解除',
    );
  });

  /** 20000.00 + 3 x 18800.00 are open; D cost 1200.00 in April; 22 to 30 April are 9 of 30 days of 20000.00. */
  it('the settlement: who owes what, and to which account', () => {
    const body = shelf.body('settlement');
    const [owed, due] = tables(body);
    expect(owed?.map((row) => row.at(-1))).toEqual([
      '20,000.00',
      '18,800.00',
      '18,800.00',
      '18,800.00',
      '76,400.00',
    ]);
    expect(due).toEqual([
      ['2025-04 请求 D 响应未达标，违约金', '1,132.08', '6%', '67.92', '1,200.00'],
      ['账单 INV-2025-0004（2025-04）终止后未使用各日的服务费', '5,660.38', '6%', '339.62', '6,000.00'],
      ['合计', '6,792.46', '', '407.54', '7,200.00'],
    ]);
    expect(amounts(body)).toEqual([
      ['76400.00', '人民币柒万陆仟肆佰元整'],
      ['7200.00', '人民币柒仟贰佰元整'],
    ]);
    expect(prose(body)).toContain('抵销后由客户向服务商支付 69,200.00 元');
    expect(facts(body)).toMatchObject({ 账号: '0000 0000 0000 0000 000' });
  });
});

describe('the papers of other templates', () => {
  /** Delivered on 2 April, 23 days late: 1500.00 at the close of March, 500.00 more on delivery. */
  it('a sale: one invoice on delivery, no report, the parties by their own names', async () => {
    const shelf = await Shelf.ofFile('rules/goods-supply-2025/acceptance/02-each-period-started.json');
    expect(shelf.all.map(({ paper }) => paper.kind)).toEqual(['contract', 'invoice', 'creditNote']);
    const body = shelf.body('invoice', '2025-01');
    expect(tables(body)[0]?.[0]).toEqual(['合同价款', '94,339.62', '6%', '5,660.38', '100,000.00']);
    expect(amounts(body)).toEqual([['98000.00', '人民币玖万捌仟元整']]);
    expect(body[0]).toMatchObject({ type: 'parties', client: { role: '买方' }, provider: { role: '卖方' } });
    expect(tables(shelf.body('creditNote', '2025-01'))[0]).toEqual([
      ['逾期交付违约金（100,000.00 元的 5‰ × 3）', '1,500.00'],
      ['逾期交付违约金（100,000.00 元的 5‰ × 4，计 2,000.00 元，扣除此前已确定部分）', '500.00'],
      ['合计', '2,000.00'],
    ]);
  });

  /** Paid for April to June; it ends with 15 May: 16 of 31 days of 3000.00, and all of June. */
  it('maintenance by the quarter: its own report, and the unused days refunded', async () => {
    const shelf = await Shelf.ofFile('rules/maintenance-2025/acceptance/04-early-end-is-refunded.json', 'en');
    expect(shelf.named('report', '2025-04').paper.title).toBe('Monthly maintenance report');
    expect(tables(shelf.body('invoice', '2025-04'))[0]?.map((row) => row.at(-1))).toEqual([
      '3,000.00',
      '3,000.00',
      '3,000.00',
      '9,000.00',
    ]);
    const body = shelf.body('settlement');
    expect(amounts(body)).toEqual([['4548.39', '人民币肆仟伍佰肆拾捌元叁角玖分']]);
    expect(prose(body)).toContain('The Provider pays the Client RMB 4,548.39');
  });
});

describe('a notice over months of low attainment', () => {
  it('says what was attained and what was agreed, and no penalty of single misses', async () => {
    const shelf = await Shelf.ofFile('rules/tiered-support-2025/acceptance/11-notice-of-thirty-days.json');
    const body = shelf.body('terminationNotice');
    const [attained, misses] = tables(body);
    expect(attained?.map(([month, priority, , agreed]) => [month, priority, agreed])).toEqual([
      ['2025-01', '三级', '85%'],
      ['2025-02', '三级', '85%'],
      ['2025-03', '三级', '85%'],
    ]);
    expect(misses?.map((row) => row.length)).toEqual([5, 5, 5]);
    expect(prose(body)).toContain('次日起算第 30 日 24:00 解除');
    expect(prose(shelf.body('terminationNotice', 'received'))).toContain('合同于 2025-05-05 24:00 解除');
  });
});

describe('an amendment', () => {
  const amended = {
    ...PAID,
    events: [
      event('02-20T10:00', 'amendment.agreed', {
        effectiveDate: '2025-03-01',
        parameters: { responseHighMinutes: 20 },
        reason: '提高响应要求',
      }),
    ],
  };

  it('shows parameters before and after with their units, and the clause in both wordings', async () => {
    const shelf = await Shelf.of(amended);
    const body = shelf.body('amendment', 'A-1');
    expect(tables(body)).toEqual([[['响应时限（高）', '2.3', '30分钟', '20分钟']]]);
    expect(facts(body)).toMatchObject({ 生效日期: '2025年3月1日 00:00', 变更事由: '提高响应要求' });
    const text = prose(body);
    expect(text).toContain('高为30分钟');
    expect(text).toContain('高为20分钟');
    expect(body.flatMap((block) => (block.type === 'heading' ? [block.number] : [])).filter(Boolean)).toEqual(
      ['2.3'],
    );
  });
});

describe('an agreement to end the contract', () => {
  it('says when it ends, why, and who signs it', async () => {
    const { facts: running } = (await Shelf.of(PAID)).named('invoice', '2025-03');
    const at = instant('2025-03-05T02:00:00Z');
    const agreement = {
      id: 'T-1',
      effectiveAt: instant('2025-03-31T16:00:00Z'),
      reason: '业务调整',
      status: 'signing' as const,
    };
    const state = { ...running.state, agreements: [agreement] };
    const entry = {
      kind: 'termination.sent',
      at,
      clause: '2.6',
      request: null,
      payload: { agreement: 'T-1' },
    };
    const [paper] = papersOf({ ...running, state }, entry, 'zh-CN');
    expect(paper).toMatchObject({ title: '终止协议', key: 'T-1', number: 'T-1', date: '2025-03-05' });
    expect(facts(paper?.body ?? [])).toMatchObject({
      合同终止时间: '2025-03-31 24:00 (Asia/Shanghai)',
      终止事由: '业务调整',
    });
    expect(paper?.body.at(-1)).toMatchObject({ panels: [{ role: '客户' }, { role: '服务商' }] });
  });
});

describe('a contract with its signers', () => {
  it('prints who signed and when, and leaves a line for who has not', async () => {
    const { facts: unsigned, paper } = (await Shelf.of(PAID)).named('contract');
    const at: Instant = instant('2025-01-01T02:30:00Z');
    const state = {
      ...unsigned.state,
      envelopes: [
        {
          id: 'contract',
          subject: 'contract' as const,
          documentHash: 'sha256:00',
          sentAt: paper.at,
          dueAt: at,
          remindEveryDays: 0,
          mostReminders: 0,
          status: 'open' as const,
          steps: [],
          signers: [
            signer('client', '王敏', 'signed', at),
            signer('provider', '李强', 'delegated', at),
            signer('provider', '赵刚', 'invited', null),
          ],
        },
      ],
    };
    const signed = contractPaper({ ...unsigned, state }, at, 'zh-CN');
    expect(signed.body.find(({ type }) => type === 'signatures')).toMatchObject({
      panels: [
        { role: '客户', signers: [{ name: '王敏', signedAt: '2025-01-01 10:30 (Asia/Shanghai)' }] },
        { role: '服务商', signers: [{ name: '赵刚', signedAt: null }] },
      ],
    });
  });
});

describe('what does not add up', () => {
  it('is not issued', async () => {
    const { facts: sound } = (await Shelf.of(PAID)).named('invoice', '2025-03');
    const entry = {
      kind: 'invoice.issued',
      at: sound.state.through,
      clause: '3.1',
      request: null,
      payload: { period: '2025-03' },
    };
    const invoices = sound.state.invoices.map((invoice) => ({ ...invoice, amount: fen(invoice.amount + 1) }));
    const state = { ...sound.state, invoices };
    expect(papersOf(sound, entry, 'zh-CN')).toHaveLength(2);
    expect(() => papersOf({ ...sound, state }, entry, 'zh-CN')).toThrow('the lines sum to 20000.00');
  });
});

function signer(party: Signer['party'], name: string, status: Signer['status'], at: Instant | null): Signer {
  return {
    id: 'S1',
    party,
    name,
    title: '总经理',
    email: 'a@example.com',
    turn: 1,
    status,
    invitedAt: null,
    viewedAt: null,
    decidedAt: at,
    delegatedTo: null,
    reminders: 0,
  };
}
