import fc from 'fast-check';
import { parseCapitals } from '#domain/money/capitals';
import { formatYuan, type Fen } from '#domain/money/fen';
import { renderClauses } from './clauses.js';
import { loadTemplate } from './load.js';
import { resolveParameters, type ParameterValues } from './parameters.js';
import { sampleParties } from './parties.js';
import { permilleFaults } from './permille-words.js';
import { CLAUSES, LANGUAGES, type Language, type Template } from './template.js';

const required = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', penaltyPermille: '5' };

let template: Template;
beforeAll(async () => {
  template = await loadTemplate('it-support-2025');
});

function valuesWith(given: Record<string, unknown> = {}): ParameterValues {
  const resolved = resolveParameters(template, { ...required, ...given });
  if ('faults' in resolved) throw new Error(JSON.stringify(resolved.faults));
  return resolved.values;
}

function textOf(number: string, language: Language, given: Record<string, unknown> = {}): string {
  const clauses = renderClauses(template, valuesWith(given), language, sampleParties);
  return clauses.find((clause) => clause.number === number)?.text ?? '';
}

describe('renderClauses', () => {
  it.each(LANGUAGES)('prints all clauses in %s without a gap', (language) => {
    const clauses = renderClauses(template, valuesWith(), language, sampleParties);
    expect(clauses.map(({ number }) => number)).toEqual([...CLAUSES]);
    expect(clauses.map(({ text }) => text).join()).not.toMatch(/[{}]|undefined|null|NaN|\|\|/);
  });

  it.each<[string, Language, Record<string, unknown>, string[]]>([
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
    ['2.5', 'en', { reportDueDay: 22 }, ['by the 22nd of the following month']],
    [
      '2.6',
      'zh-CN',
      { penaltyPermille: '12.50' },
      ['12.5‰（千分之十二点五）', '10%（百分之十）', '连续3个月', '12个月内'],
    ],
    ['2.6', 'en', {}, ['5‰ (5 per thousand)', '10% of']],
    [
      '3.1',
      'zh-CN',
      {},
      ['人民币20,000.00元（大写：人民币贰万元整）', '人民币240,000.00元（大写：人民币贰拾肆万元整）'],
    ],
    ['3.1', 'en', {}, ['RMB 20,000.00.', 'RMB 240,000.00.']],
    ['3.2', 'en', { paymentDueDay: 11 }, ['by the 11th of the month', 'within 10 days']],
  ])('prints the values in clause %s, %s, %p', (number, language, given, parts) => {
    for (const part of parts) expect(textOf(number, language, given)).toContain(part);
  });

  it('prints figures and words that say the same, for every fee and permille', () => {
    const fees = fc.integer({ min: 1, max: 1_000_000_000_000 }).map((amount) => formatYuan(amount as Fen));
    const permilles = fc.integer({ min: 1, max: 1_000_000_000 }).map((millionths) => {
      return `${Math.floor(millionths / 1_000_000)}.${String(millionths % 1_000_000).padStart(6, '0')}`;
    });
    fc.assert(
      fc.property(fees, permilles, (monthlyFee, penaltyPermille) => {
        const fee = textOf('3.1', 'zh-CN', { monthlyFee });
        const [, figures = '', capitals = ''] = /人民币([\d,.]+)元（大写：(.+?)）/.exec(fee) ?? [];
        expect(figures.replaceAll(',', '')).toBe(monthlyFee);
        expect(parseCapitals(capitals)).toBe(Math.round(Number(monthlyFee) * 100));
        const penalty = textOf('2.6', 'zh-CN', { penaltyPermille });
        expect(penalty).toContain('‰（千分之');
        expect(permilleFaults(penalty, '')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('refuses to print a contract with a value missing', () => {
    const values: Record<string, string | number> = { ...valuesWith() };
    delete values['hotline'];
    expect(() => renderClauses(template, values, 'en', sampleParties)).toThrow(/hotline/);
  });

  it('does not take a value for a binding', () => {
    const parties = { ...sampleParties, client: { ...sampleParties.client, fullName: '$& {{hotline}}' } };
    const [first] = renderClauses(template, valuesWith(), 'en', parties);
    expect(first?.text).toContain('Full name: $& {{hotline}}\n');
  });
});
