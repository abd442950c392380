import fc from 'fast-check';
import { parseCapitals } from '#domain/money/capitals';
import { formatYuan, type Fen } from '#domain/money/fen';
import { type PrintedTerms, renderClauses } from './clauses.js';
import { contractTerms } from './contract-terms.js';
import { loadTemplate } from './load.js';
import { sampleParties } from './parties.js';
import { permilleFaults } from './permille-words.js';
import { type Clause, LANGUAGES, type Language, type Template } from './template.js';

const CLAUSES = ['Parties', '1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '3.1', '3.2'];

const required = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', penaltyPermille: '5' };

type Given = Readonly<Record<string, unknown>>;

let template: Template;
beforeAll(async () => {
  template = await loadTemplate('it-support-2025');
});

async function termsWith(given: Given = {}): Promise<PrintedTerms> {
  const made = await contractTerms(template, { ...required, ...given });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.terms;
}

async function textOf(number: string, language: Language, given: Given = {}): Promise<string> {
  const clauses = renderClauses(template, await termsWith(given), language, sampleParties);
  return clauses.find((clause) => clause.number === number)?.text ?? '';
}

describe('renderClauses', () => {
  it.each(LANGUAGES)('prints all clauses in %s without a gap', async (language) => {
    const clauses = renderClauses(template, await termsWith(), language, sampleParties);
    expect(clauses.map(({ number }) => number)).toEqual(CLAUSES);
    expect(clauses.map(({ text }) => text).join()).not.toMatch(/[{}]|undefined|null|NaN|\|\|/);
  });

  it.each<[string, Language, Given, string[]]>([
    ['Parties', 'zh-CN', {}, ['公司全称：上海示例制造股份有限公司', '次日起14日内']],
    ['1.1', 'zh-CN', {}, ['自2025年1月1日 00:00 起算，共12个月，至2025年12月31日 24:00 届满']],
    [
      '1.1',
      'en',
      { termStart: '2025-01-31', termMonths: 1 },
      ['31 January 2025, runs for 1 month and ends at 24:00 of 28 February 2025'],
    ],
    ['1.3', 'en', { exclusions: '甲 || alpha' }, ['do not include: alpha.']],
    ['1.3', 'zh-CN', { exclusions: '甲 || alpha' }, ['服务范围：甲。']],
    ['1.3', 'en', { exclusions: '甲' }, ['do not include: 甲.']],
    ['2.3', 'zh-CN', { responseHighMinutes: 90 }, ['紧急为15分钟，高为90分钟，中为4小时，低为8小时']],
    [
      '2.3',
      'en',
      { responseHighMinutes: 60, responseLowMinutes: 1 },
      ['1 hour for High', '1 minute for Low'],
    ],
    [
      '2.4',
      'zh-CN',
      {},
      ['4小时内给出临时解决方案', '8小时内', '24小时内给出永久性', '1个工作日内解决', '3个工作日内解决'],
    ],
    ['2.4', 'en', {}, ['within 1 working day;', 'within 3 working days.']],
    ['2.4', 'en', { calendar: 'CN-OFFICE' }, ['working hours 09:00 to 12:00 and 13:00 to 18:00']],
    ['2.5', 'en', { reportDueDay: 22 }, ['by the 22nd of the following month']],
    [
      '2.6',
      'zh-CN',
      { penaltyPermille: '12.50' },
      ['12.5‰（千分之十二点五）', '10%（百分之十）', '连续3个月', '12个月内'],
    ],
    ['2.6', 'en', {}, ['5‰ (5 per thousand)', '10% of']],
    ['2.6', 'en', { terminationNoticeDays: 30 }, ['The period of notice is 30 days;']],
    ['2.6', 'zh-CN', {}, ['通知期为0日，0日表示未约定通知期。']],
    [
      '3.1',
      'zh-CN',
      {},
      ['人民币20,000.00元（大写：人民币贰万元整）', '人民币240,000.00元（大写：人民币贰拾肆万元整）'],
    ],
    ['3.1', 'en', {}, ['RMB 20,000.00.', 'RMB 240,000.00.']],
    ['3.1', 'en', { termStart: '2025-01-15', partMonths: 'full' }, ['RMB 260,000.00.']],
    [
      '3.1',
      'zh-CN',
      { totalAmountBasis: 'stated', statedTotalAmount: '235000.00' },
      ['由双方约定，为人民币235,000.00元（大写：人民币贰拾叁万伍仟元整）。'],
    ],
    ['3.2', 'en', { paymentDueDay: 11 }, ['by the 11th of the month', 'within 10 days']],
    [
      '3.2',
      'en',
      { latePayment: 'interest', lateInterestPermillePerDay: '0.25' },
      ['0.25‰ (0.25 per thousand) of the fee outstanding'],
    ],
    ['3.2', 'zh-CN', { latePayment: 'interest' }, ['0.5‰（千分之零点五）计付利息']],
  ])('prints the values in clause %s, %s, %p', async (number, language, given, parts) => {
    const text = await textOf(number, language, given);
    for (const part of parts) expect(text).toContain(part);
  });

  it('prints figures and words that say the same, for every fee and permille', async () => {
    const fees = fc.integer({ min: 1, max: 1_000_000_000_000 }).map((amount) => formatYuan(amount as Fen));
    const permilles = fc.integer({ min: 1, max: 1_000_000_000 }).map((millionths) => {
      return `${Math.floor(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, '0')}`;
    });
    await fc.assert(
      fc.asyncProperty(fees, permilles, async (monthlyFee, penaltyPermille) => {
        const fee = await textOf('3.1', 'zh-CN', { monthlyFee });
        const [, figures = '', capitals = ''] = /人民币([\d,.]+)元（大写：(.+?)）/.exec(fee) ?? [];
        expect(figures.replaceAll(',', '')).toBe(monthlyFee);
        expect(parseCapitals(capitals)).toBe(Math.round(Number(monthlyFee) * 100));
        const penalty = await textOf('2.6', 'zh-CN', { penaltyPermille });
        expect(penalty).toContain('‰（千分之');
        expect(permilleFaults(penalty, '')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses to print a contract with a value missing', async () => {
    const terms = await termsWith();
    const parameters: Record<string, string | number> = { ...terms.parameters };
    delete parameters['hotline'];
    expect(() => renderClauses(template, { ...terms, parameters }, 'en', sampleParties)).toThrow(/hotline/);
  });

  it('does not take a value for a binding', async () => {
    const parties = { ...sampleParties, client: { ...sampleParties.client, fullName: '$& {{hotline}}' } };
    const [first] = renderClauses(template, await termsWith(), 'en', parties);
    expect(first?.text).toContain('Full name: $& {{hotline}}\n');
  });
});

/** What a sound text never has: an open binding, a marker of a condition, a value that is none, a doubled mark. */
const UNSOUND =
  /[{}]|:::|\bundefined\b|\bnull\b|NaN|\|\||[。；，：、]{2}|[.;,:]{2}| [.;,:](?:\s|$)|[.;,][。；，]|——$|TODO/m;
const ENDS = { 'zh-CN': /[。；：）]$/, en: /[.;:]$|; and$/ } as const;

/** What is wrong with a clause's text as it is printed. */
function unsoundness({ number, text }: Clause, language: Language): string[] {
  const found: string[] = [];
  const bad = UNSOUND.exec(text);
  if (bad) found.push(`${number}: ${text.slice(Math.max(0, bad.index - 20), bad.index + 20)}`);
  const paragraphs = text.split('\n\n');
  if (number === 'Parties') return found;
  for (const line of paragraphs.flatMap((paragraph) => paragraph.split('\n'))) {
    if (!ENDS[language].test(line)) found.push(`${number}: ends with "${line.slice(-20)}"`);
  }
  const numbers = paragraphs.map((paragraph) => /^\((\d+)\) /.exec(paragraph)?.[1]);
  const expected = number === '1.3' ? [undefined] : paragraphs.map((_, index) => String(index + 1));
  if (numbers.join() !== expected.join()) found.push(`${number}: is numbered ${numbers.join()}`);
  return found;
}

/** A total amount is required where it is stated. */
function completed(given: Given): Given {
  return given['totalAmountBasis'] === 'stated' ? { statedTotalAmount: '240000.00', ...given } : given;
}

async function unsoundnessOf(given: Given): Promise<string[]> {
  // "Co., Ltd.;" is no doubled mark.
  const terms = await termsWith({ bankAccountName: '账户', ...completed(given) });
  return LANGUAGES.flatMap((language) =>
    renderClauses(template, terms, language, sampleParties).flatMap((clause) =>
      unsoundness(clause, language),
    ),
  );
}

type Phrases = readonly [chinese: string, english: string];

/** What the contract says under each value of each decision, and under no other value of it, in the clause named. */
const DECISIONS: Readonly<
  Record<string, readonly [clause: string, phrases: Readonly<Record<string, Phrases>>]>
> = {
  reclassification: [
    '2.2',
    {
      sameClock: ['仍自原起始时刻、就已经记录的事实计算', 'measured from the original start'],
      restart: ['自重新定级之时重新起算', 'measured anew from the reclassification'],
    },
  ],
  responseClock: [
    '2.3',
    {
      calendarTime: ['响应时限按自然时间连续计算', 'It runs in calendar time without interruption'],
      serviceHours: [
        '响应时限只在第 2.4 条所列日历的工作时间内计算',
        'It runs only within the working hours of the calendar named in clause 2.4',
      ],
    },
  ],
  calendar: [
    '2.4',
    {
      CN: ['节假日安排（CN）认定', '(CN); a make-up day'],
      'CN-OFFICE': [
        '（CN-OFFICE，工作时间为工作日 09:00 至 12:00、13:00 至 18:00',
        '(CN-OFFICE, working hours',
      ],
    },
  ],
  workingDay: [
    '2.4',
    {
      wholeDay: ['每个工作日按 24 小时计算', 'each counts 24 hours'],
      workingHours: ['一个工作日折合8小时。', 'A working day stands for 8 hours.'],
      endOfDay: ['起算当日不计入', 'the day on which the time begins is not counted'],
    },
  ],
  pauses: [
    '2.4',
    {
      resolutionOnly: ['响应时限不得暂停。', 'The time to respond is not paused.'],
      forbidden: [
        '均不得以任何理由暂停',
        'Neither the time to resolve nor the time to respond may be paused',
      ],
      both: [
        '暂停期间两项时限均不计时',
        'The time to resolve and the time to respond may be paused together',
      ],
    },
  ],
  reopening: [
    '2.4',
    {
      sameClock: ['原时限继续计算', 'The same times run on'],
      newCycle: ['自重新打开之时全部重新起算、重新判定', 'measured and decided anew from the reopening'],
      newRequest: ['已解决的请求不得重新打开', 'A resolved request is not reopened'],
    },
  ],
  lateReport: [
    '2.5',
    {
      breachOnly: ['但不因此产生违约金', 'it carries no penalty'],
      countsAsMiss: ['并计为第 2.6 条的一次未达标', 'it counts as a missed target under clause 2.6'],
    },
  ],
  penaltyBase: [
    '2.6',
    {
      totalAmount: ['以未达标之时有效的条款为准', 'in the terms in force when the target was missed applies'],
      amountAtSigning: ['以合同签署之时的条款为准', 'in the terms as first signed applies'],
    },
  ],
  penaltyCapWindow: [
    '2.6',
    {
      term: ['(3) 一个服务期限内违约金累计', 'The penalties of one term together'],
      calendarYear: ['一个公历年度内违约金累计', 'The penalties of one calendar year,'],
      rolling12Months: ['任意连续十二个月内违约金累计', 'The penalties of any twelve months in succession,'],
      month: ['一个自然月内违约金累计', 'The penalties of one calendar month,'],
    },
  ],
  missOwnedBy: [
    '2.6',
    {
      deadline: ['均归属于期限届满之时', 'the month of that moment (where'],
      record: ['均归属于请求登记之时所在的月份', "belongs to the month of the request's record"],
    },
  ],
  missesPerRequest: [
    '2.6',
    {
      each: ['未达标的，各计一次。', 'are missed, each counts.'],
      first: ['只计最先且未被豁免的一次', 'only the first one that is not waived counts'],
    },
  ],
  penaltyFixed: [
    '2.6',
    {
      atMonthClose: ['违约金于所归属月份终了之时', 'Penalties are fixed at the close of the month'],
      atOnce: ['违约金于未达标之时确定', 'A penalty is fixed at the moment of the miss'],
    },
  ],
  monthFails: [
    '2.6',
    {
      anyMiss: ['有至少一次未被豁免的未达标的月份', 'it owns at least one miss that is not waived'],
      attainmentBelow: [
        '紧急为99%（百分之九十九），高为95%（百分之九十五），中为90%（百分之九十），低为90%（百分之九十）',
        '99% for Critical, 95% for High, 90% for Medium and 90% for Low',
      ],
    },
  ],
  emptyMonth: [
    '2.6',
    {
      met: ['没有服务请求的月份为达标月份，连续计算中断', 'A month without requests is met and ends'],
      neutral: ['也不使连续计算中断', 'neither fails nor ends a succession'],
    },
  ],
  terminationRightLapseUnit: [
    '2.6',
    {
      months: ['自产生之时起12个月内（含届满之时）', 'within 12 months of arising'],
      days: ['自产生之日起（当日计入）90日内', 'within 90 days, the day of arising being the first'],
    },
  ],
  renewalMode: [
    '1.1',
    {
      byAgreement: ['由双方另行签署续签合同', 'it goes on only if the parties sign a renewal'],
      automatic: ['合同按原条件自动续期', 'it is renewed on the same terms by itself'],
      none: ['期满终止，不续签', 'ends with its term and is not renewed'],
    },
  ],
  noticeTermination: [
    '2.6',
    {
      none: ['任何一方均不得无故提前终止', 'neither party may end the contract early'],
      client: ['客户可以书面通知服务商提前终止', 'the Client may end the contract early'],
      provider: ['服务商可以书面通知客户提前终止', 'the Provider may end the contract early'],
      either: ['任何一方可以书面通知对方提前终止', 'right, either party may end the contract'],
    },
  ],
  renewalCarriesOver: [
    '2.6',
    {
      nothing: ['续签则均重新起算', 'a renewal restarts both'],
      streakAndCap: ['续签亦同', 'a renewal restarts neither'],
    },
  ],
  totalAmountBasis: [
    '3.1',
    {
      computed: ['合同总金额为月服务费乘以服务期限的月数', 'is the monthly fee times the months of the term'],
      stated: ['合同总金额由双方约定，为人民币240,000.00元', 'is stated by the parties: RMB 240,000.00.'],
    },
  ],
  partMonths: [
    '3.1',
    {
      byDay: ['按服务日数占该自然月实际日数的比例计算', 'its fee is the share of the days served'],
      full: ['仍按一个月计费', 'it is charged as a whole'],
    },
  ],
  invoiceCycle: [
    '3.2',
    {
      month: ['服务商于每月 1 日', 'the fee of each month on its first day'],
      quarter: ['服务商于每一公历季度首月 1 日', 'the fee of each calendar quarter on its first day'],
    },
  ],
  invoiceTiming: [
    '3.2',
    {
      inAdvance: ['就当期服务费出具账单', 'on its first day, for the first one'],
      inArrears: ['就上一期服务费出具账单', 'when it is over'],
    },
  ],
  dueDayIncluded: [
    '3.2',
    {
      inclusive: ['出具当月10日（含当日，至 24:00 止）', '10th of the month of issue, that day included'],
      exclusive: [
        '出具当月10日（不含当日，至其前一日 24:00 止）',
        '10th of the month of issue, that day not',
      ],
    },
  ],
  dueDayRoll: [
    '3.2',
    {
      stays: ['付款期限的末日不是工作日的，期限不变。', 'A due day stays where it is not a working day.'],
      next: ['以其后的第一个工作日为该日期；', 'the next working day takes its place;'],
      previous: ['以其前的最后一个工作日为该日期', 'the last working day before it takes its place;'],
    },
  ],
  penaltiesSettled: [
    '3.2',
    {
      offset: ['违约金以贷记单抵扣', 'Penalties are set off by credit note'],
      separately: ['违约金不从账单中抵扣', 'Penalties are not set off against invoices'],
    },
  ],
  latePayment: [
    '3.2',
    {
      none: ['逾期付款不计利息和滞纳金', 'Late payment bears neither interest nor a surcharge'],
      interest: ['自付款期限末日的次日起至付款当日止', 'Late payment bears interest: for each day'],
    },
  ],
};

/** Elsewhere than in its own clause a decision shows by conditions on it; these must follow it. */
const ELSEWHERE: readonly [given: Given, clause: string, phrases: Phrases][] = [
  [{ pauses: 'both' }, '2.3', ['并可以依第 2.4 条的约定暂停', 'and may be paused under clause 2.4']],
  [{ pauses: 'forbidden' }, '2.3', ['任何情形下均不暂停', 'is never paused for any reason']],
  [
    { dueDayIncluded: 'exclusive' },
    '2.5',
    ['5日（不含当日，至其前一日 24:00 止）', '5th of the following month, that day not included'],
  ],
  [{ dueDayRoll: 'next' }, '2.5', ['以其后的第一个工作日为该日。', 'the next working day takes its place.']],
  [
    { dueDayRoll: 'previous' },
    '2.5',
    ['以其前的最后一个工作日为该日；', 'the last working day before it takes its place;'],
  ],
  [{ penaltiesSettled: 'separately' }, '2.6', ['违约金已经支付的', 'Where its penalty was already paid']],
  [
    { missOwnedBy: 'record' },
    '2.6',
    ['该月份以新的记录重新认定', 'it is assessed again by a new record; a penalty'],
  ],
];

/** A text without its line breaks. */
const flat = (text: string, language: Language): string =>
  text.replaceAll(/\n+/g, language === 'en' ? ' ' : '');

describe('the decisions of the reference template', () => {
  it('are all in the table, with every value', () => {
    const enums = template.parameters.flatMap((each) => (each.type === 'enum' ? [each] : []));
    expect(
      Object.fromEntries(enums.map((each) => [each.name, [each.clause, Object.keys(each.values)]])),
    ).toEqual(
      Object.fromEntries(
        Object.entries(DECISIONS).map(([name, [clause, phrases]]) => [name, [clause, Object.keys(phrases)]]),
      ),
    );
  });

  it.each(
    Object.entries(DECISIONS).flatMap(([name, [clause, phrases]]) =>
      Object.keys(phrases).map((value) => [name, value, clause, phrases] as const),
    ),
  )(
    '%s = %s is what clause %s says, in both languages, and nothing else',
    async (name, value, clause, phrases) => {
      const given = completed({ [name]: value });
      for (const [index, language] of LANGUAGES.entries()) {
        const text = flat(await textOf(clause, language, given), language);
        const said = Object.entries(phrases).flatMap(([each, words]) =>
          text.includes(words[index] ?? '') ? [each] : [],
        );
        expect([language, said]).toEqual([language, [value]]);
      }
      expect(await unsoundnessOf(given)).toEqual([]);
    },
  );

  it.each(ELSEWHERE)('%j is followed in clause %s', async (given, clause, phrases) => {
    for (const [index, language] of LANGUAGES.entries()) {
      const phrase = phrases[index] ?? '';
      expect(flat(await textOf(clause, language, given), language)).toContain(phrase);
    }
  });

  it('print a sound text in any combination', async () => {
    const choices = Object.entries(DECISIONS).map(
      ([name, [, phrases]]) => [name, fc.constantFrom(...Object.keys(phrases))] as const,
    );
    await fc.assert(
      fc.asyncProperty(fc.record(Object.fromEntries(choices)), async (given) => {
        expect(await unsoundnessOf(given)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('never speak of a pause where none is allowed, nor of a reopening where there is none', async () => {
    const given = { pauses: 'forbidden', reopening: 'newRequest' };
    expect(await textOf('2.4', 'zh-CN', given)).not.toMatch(/恢复计时|暂停期间|重新打开时/);
    expect(await textOf('2.4', 'en', given)).not.toMatch(/resumes|during one|may be reopened|is reopened,/);
  });
});
