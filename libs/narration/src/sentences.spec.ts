import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Entry } from '#domain/entry';
import { instant } from '#domain/time/instant';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { CONTRACT_SENTENCES } from './contract-sentences.js';
import { REQUEST_SENTENCES } from './request-sentences.js';
import { SIGNING_SENTENCES } from './signing-sentences.js';
import { STATEMENT_SENTENCES } from './statement-sentences.js';
import { deadlineSentence, entrySentence } from './sentences.js';
import { clockText } from './words.js';

const AT = instant('2025-04-01T00:00:00Z');

function chargeOf(charge: {
  readonly on: string;
  readonly key: string;
  readonly permille: string;
  readonly full: string;
  readonly amount: string;
}): Entry['payload'] {
  return { ...charge, base: '20000.00', times: 1, capped: false, caps: [] };
}

/** The recorded scenarios of the reference contract, and the acceptance cases of every template. */
async function caseFiles(): Promise<URL[]> {
  const rules = new URL('../../../rules/', import.meta.url);
  const templates = (await readdir(fileURLToPath(rules))).map((id) => new URL(`${id}/acceptance/`, rules));
  const folders = [new URL('../../../test/cases/rehearsal/', import.meta.url), ...templates];
  const found = await Promise.all(
    folders
      .filter((folder) => existsSync(fileURLToPath(folder)))
      .map(async (folder) => (await readdir(fileURLToPath(folder))).map((name) => new URL(name, folder))),
  );
  return found.flat().filter(({ href }) => href.endsWith('.json') && !href.includes('expected'));
}

/** Everything that the cases write down, simulated in memory. */
async function entriesOfCases(): Promise<Entry[]> {
  const rehearsals = await Promise.all(
    (await caseFiles()).map(async (file) =>
      simulateScenario(readScenario(await readFile(file, 'utf8')), scenarioTerms),
    ),
  );
  return rehearsals.flatMap((rehearsal) => ('entries' in rehearsal ? rehearsal.entries : []));
}

it('has a sentence in both languages for whatever a contract writes down', async () => {
  const entries = await entriesOfCases();
  expect(entries.length).toBeGreaterThan(100);
  const kinds = new Set(entries.map(({ kind }) => kind));
  for (const kind of ['charge.fixed', 'obligation.missed', 'obligation.performed', 'obligation.excused'])
    expect(kinds).toContain(kind);
  for (const entry of entries) {
    const known = [CONTRACT_SENTENCES, SIGNING_SENTENCES, STATEMENT_SENTENCES, REQUEST_SENTENCES].some(
      (sentences) => entry.kind in sentences,
    );
    expect({ kind: entry.kind, known }).toEqual({ kind: entry.kind, known: true });
    const { 'zh-CN': chinese, en } = entrySentence(entry, 'Asia/Shanghai');
    for (const text of [chinese, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(chinese).toMatch(/^.*\p{Script=Han}.*。$/u);
    expect(en).toMatch(/^[A-Z0-9].*\.$/);
    expect(en).toContain(entry.request ?? '');
  }
});

it.each([...Object.keys(CONTRACT_SENTENCES), ...Object.keys(REQUEST_SENTENCES)])(
  '%s can be said of little',
  (kind) => {
    const { 'zh-CN': chinese, en } = entrySentence({ kind, request: 'I-1', payload: {} }, 'Asia/Shanghai');
    for (const text of [chinese, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  },
);

it('says what was recorded, with priority and deadlines', () => {
  const deadlines = [{ target: 'response', dueAt: '2025-01-06T01:30:00Z' }];
  const entry = { kind: 'request.recorded', request: 'I-1', payload: { priority: 'critical', deadlines } };
  expect(entrySentence(entry, 'Asia/Shanghai')).toEqual({
    'zh-CN': '服务请求 I-1 已登记，优先级：紧急。响应截止 2025-01-06 09:30。',
    en: 'Request I-1 was put on record with priority Critical. Due: response 2025-01-06 09:30.',
  });
});

describe('what the reference contract does not do by itself', () => {
  const term = { window: 'term', amount: '24000.00' };
  it.each<[kind: string, payload: Entry['payload'], chinese: string, english: string]>([
    [
      'contract.drafted',
      { monthlyFee: null, totalAmount: '100000.00' },
      '合同已起草：合同总额 100000.00 元。',
      'The contract was drafted: RMB 100000.00 in total.',
    ],
    [
      'obligation.missed',
      { obligation: 'delivery', dueAt: '2025-03-31T16:00:00Z' },
      '截至 2025-03-31 24:00 未完成交付，构成逾期交付。',
      'Late delivery: the delivery was due by 2025-03-31 24:00.',
    ],
    [
      'obligation.missed',
      { obligation: 'spares', dueAt: '2025-03-31T16:00:00Z' },
      '截至 2025-03-31 24:00 未完成义务“spares”，构成逾期履行义务“spares”。',
      'Late performance of obligation spares: the obligation spares was due by 2025-03-31 24:00.',
    ],
    [
      'obligation.performed',
      { obligation: 'delivery', late: true },
      '交付已完成（逾期交付）。',
      'Delivery was performed, late.',
    ],
    [
      'obligation.excused',
      { obligation: 'delivery', days: 1, reason: '台风', by: 'manager' },
      'manager 同意免除交付迟延 1 天的责任，履行期限相应顺延，理由：台风。',
      'Delivery was excused for 1 day by manager, its due day moves on: 台风.',
    ],
    [
      'charge.fixed',
      chargeOf({ on: 'month', key: '2025-01', permille: '50', full: '1000.00', amount: '1000.00' }),
      '2025-01 服务抵扣 1000.00 元（20000.00 元的 50‰）。',
      'Service credit for 2025-01: RMB 1000.00 (50‰ of RMB 20000.00).',
    ],
    [
      'charge.fixed',
      chargeOf({ on: 'month', key: '2025-01', permille: '0', full: '0.00', amount: '0.00' }),
      '2025-01 服务抵扣：无。',
      'Service credit for 2025-01: none.',
    ],
    [
      'charge.fixed',
      chargeOf({ on: 'month', key: '2025-01', permille: '0', full: '0.00', amount: '-1000.00' }),
      '2025-01 服务抵扣本次冲减 1000.00 元（累计按 20000.00 元的 0‰ 计 0.00 元）。',
      'Service credit for 2025-01: RMB 1000.00 taken back (RMB 0.00 in all, 0‰ of RMB 20000.00).',
    ],
    [
      'charge.fixed',
      {
        ...chargeOf({ on: 'month', key: '2025-01', permille: '500', full: '10000.00', amount: '4000.00' }),
        capped: true,
        caps: [
          { window: 'month', amount: '5000.00' },
          { window: 'rolling12Months', amount: '24000.00' },
        ],
      },
      '2025-01 服务抵扣本次确定 4000.00 元（累计按 20000.00 元的 500‰ 计 10000.00 元，受月度上限 5000.00 元、连续十二个月上限 24000.00 元限制）。',
      'Service credit for 2025-01: RMB 4000.00 fixed now (RMB 10000.00 in all, 500‰ of RMB 20000.00, limited by the cap of RMB 5000.00 a month and the cap of RMB 24000.00 in twelve months).',
    ],
    [
      'charge.fixed',
      {
        ...chargeOf({ on: 'obligation', key: 'delivery', permille: '5', full: '300.00', amount: '300.00' }),
        times: 3,
      },
      '逾期交付违约金 300.00 元（20000.00 元的 5‰ × 3）。',
      'Penalty for late delivery: RMB 300.00 (5‰ of RMB 20000.00 × 3).',
    ],
    [
      'charge.fixed',
      {
        ...chargeOf({
          on: 'latePayment',
          key: '2025-01/2025-01-11',
          permille: '0.5',
          full: '210.00',
          amount: '210.00',
        }),
        times: 21,
      },
      '2025-01 账单逾期利息 210.00 元（自 2025-01-11 起 21 天，每日按未付款项 20000.00 元的 0.5‰ 计）。',
      'Late interest on the invoice of 2025-01: RMB 210.00 (21 days from 2025-01-11, 0.5‰ a day of RMB 20000.00 unpaid).',
    ],
    [
      'invoice.issued',
      {
        period: '2025-02',
        amount: '20000.00',
        interest: '210.00',
        credited: '1200.00',
        payable: '19010.00',
        dueAt: '2025-02-10T16:00:00Z',
      },
      '2025-02 账单已开具：20000.00 元，加逾期利息 210.00 元，抵扣违约金 1200.00 元，应付 19010.00 元，2025-02-10 24:00 前支付。',
      'The invoice of 2025-02 was issued: RMB 20000.00, with late interest of RMB 210.00, less penalties of RMB 1200.00, RMB 19010.00 to pay by 2025-02-10 24:00.',
    ],
    [
      'settlement.drawnUp',
      { outstanding: '20000.00', interest: '10.00', penaltiesPaidOut: '0.00', refund: '0.00' },
      '结算：客户尚欠 20000.00 元、逾期利息 10.00 元，应付客户违约金 0.00 元、退费 0.00 元。',
      'The settlement: the Client owes RMB 20000.00 and late interest of RMB 10.00; penalties of RMB 0.00 and a refund of RMB 0.00 are due to the Client.',
    ],
    [
      'terminationRight.arisen',
      { ground: 'delay', periods: [], lapsesAt: '2026-05-01T16:00:00Z' },
      '履行迟延已达约定天数，客户取得单方解除权，可行使至 2026-05-01 24:00。',
      'The delay has lasted for the days agreed on: the Client may terminate the contract until 2026-05-01 24:00.',
    ],
    [
      'terminationRight.lost',
      { ground: 'delay', periods: [] },
      '迟延的义务已履行，单方解除权消灭。',
      'What was delayed has been performed: it no longer gives a right to terminate.',
    ],
    [
      'termination.exercised',
      { by: 'client', ground: 'delay', periods: [], endsAt: '2025-04-30T16:00:00Z' },
      '客户因迟延履行行使单方解除权，通知期满后合同于 2025-05-01 00:00 终止。',
      'The Client terminated the contract over the delay: it ends at 2025-05-01 00:00, when the days of notice are over.',
    ],
    [
      'termination.exercised',
      { by: 'client', ground: 'failedMonths', periods: ['2025-01', '2025-02'], endsAt: AT },
      '客户因 2025-01、2025-02 连续未达标行使单方解除权。',
      'The Client terminated the contract over 2025-01, 2025-02.',
    ],
  ])('%s %j', (kind, payload, chinese, english) => {
    expect(entrySentence({ kind, request: null, payload, at: AT }, 'Asia/Shanghai')).toEqual({
      'zh-CN': chinese,
      en: english,
    });
  });

  it.each<[request: string, payload: Entry['payload'], chinese: string, english: string]>([
    [
      'I-1',
      { target: 'response', capped: true, counted: true, caps: [term] },
      '服务请求 I-1 的响应未达标：违约金 100.00 元（合同总额 20000.00 元的 5‰，受上限 24000.00 元限制）。',
      'Request I-1, response missed: a penalty of RMB 100.00 (5‰ of RMB 20000.00, limited by the cap of RMB 24000.00).',
    ],
    [
      'I-1',
      { target: 'resolution', capped: false, counted: false, caps: [term] },
      '服务请求 I-1 的解决未达标：违约金 100.00 元（合同总额 20000.00 元的 5‰，同一请求仅首次未达标计违约金）。',
      'Request I-1, resolution missed: a penalty of RMB 100.00 (5‰ of RMB 20000.00, only the first miss of a request counts).',
    ],
    [
      'report 2025-01',
      { target: 'report', capped: false, counted: true, caps: [term] },
      '2025-01 服务报告逾期提交：违约金 100.00 元（合同总额 20000.00 元的 5‰）。',
      'Late report 2025-01: a penalty of RMB 100.00 (5‰ of RMB 20000.00).',
    ],
    [
      'delivery',
      { target: 'delivery', capped: false, counted: true, caps: [term] },
      '逾期交付：违约金 100.00 元（合同总额 20000.00 元的 5‰）。',
      'Late delivery: a penalty of RMB 100.00 (5‰ of RMB 20000.00).',
    ],
  ])('a penalty of %s %j', (request, payload, chinese, english) => {
    const whole = { ...payload, base: '20000.00', permille: '5', penalty: '100.00' };
    expect(entrySentence({ kind: 'penalty.fixed', request, payload: whole }, 'Asia/Shanghai')).toEqual({
      'zh-CN': chinese,
      en: english,
    });
  });

  it('a miss that has no price of its own', () => {
    const payload = { target: 'response', penalty: '0.00', permille: '0', base: '20000.00', receipt: null };
    expect(entrySentence({ kind: 'penalty.fixed', request: 'I-1', payload }, 'UTC')).toEqual({
      'zh-CN': '服务请求 I-1 的响应未达标：计入当月评定，单项不计违约金。',
      en: 'Request I-1, response missed: it counts for its month, and costs nothing by itself.',
    });
  });

  it('a waiver of a late report and of a delay', () => {
    const waived = (request: string, target: string) =>
      entrySentence(
        { kind: 'miss.waived', request, payload: { target, by: 'manager', reason: 'agreed' } },
        'UTC',
      );
    expect(waived('report 2025-01', 'report')).toEqual({
      'zh-CN': 'manager 豁免了 2025-01 服务报告逾期提交，理由：agreed。',
      en: 'The late report 2025-01 was waived by manager: agreed.',
    });
    expect(waived('delivery', 'delivery').en).toBe('The late delivery was waived by manager: agreed.');
  });

  it('deadlines of obligations', () => {
    expect(deadlineSentence({ kind: 'obligationOverdue', at: AT, obligation: 'delivery' })).toEqual({
      'zh-CN': '交付履行期限届满',
      en: 'Time for the delivery has run out',
    });
    expect(deadlineSentence({ kind: 'delayRight', at: AT, obligation: 'delivery' })['zh-CN']).toBe(
      '交付迟延达到约定天数，客户取得单方解除权',
    );
  });
});

it.each([
  [
    'waitingForClient',
    '服务请求 I-1：解决时限暂停计时，原因：等待客户提供信息、权限或确认。',
    "Request I-1 was paused: waiting for the Client's information, access or confirmation.",
  ],
  ['spareParts', '服务请求 I-1：解决时限暂停计时，原因：spareParts。', 'Request I-1 was paused: spareParts.'],
])('names why a clock stands still: %s', (reason, chinese, en) => {
  const entry = { kind: 'request.paused', request: 'I-1', payload: { reason } };
  expect(entrySentence(entry, 'Asia/Shanghai')).toEqual({ 'zh-CN': chinese, en });
});

it('a kind it does not know is named', () => {
  expect(entrySentence({ kind: 'new.kind', request: null, payload: {} }, 'UTC').en).toBe('new.kind');
});

describe('clockText', () => {
  it('is in the zone of the contract', () => {
    expect(clockText('2025-01-06T01:15:00Z', 'Asia/Shanghai')).toBe('2025-01-06 09:15');
    expect(clockText('2025-01-06T01:15:00Z', 'America/New_York')).toBe('2025-01-05 20:15');
  });

  it('writes a deadline at midnight as the end of its day', () => {
    expect(clockText('2025-01-10T16:00:00Z', 'Asia/Shanghai', 'deadline')).toBe('2025-01-10 24:00');
    expect(clockText('2025-01-10T16:00:00Z', 'Asia/Shanghai')).toBe('2025-01-11 00:00');
  });
});
