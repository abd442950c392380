import fc from 'fast-check';
import { amountInCapitals } from '#domain/money/capitals';
import { fen, formatYuan } from '#domain/money/fen';
import { checkPaper } from './check-paper.js';
import { type Block, type Paper } from './paper.js';
import { PaperError } from './paper-error.js';
import { samplePaper } from './pdf/sample-paper.js';

let sample: Paper;
beforeAll(async () => {
  sample = await samplePaper('zh-CN');
});

function faultsOf(...body: Block[]): string[] {
  try {
    checkPaper({ ...sample, body });
  } catch (error) {
    if (error instanceof PaperError)
      return error.faults.map(({ path, problem, allowed }) => `${path}: ${problem}; ${allowed}`);
    throw error;
  }
  return [];
}

const paragraph = (text: string): Block => ({ type: 'paragraph', style: 'body', text });
const amount = (figures: string, capitals: string): Block => ({
  type: 'amount',
  label: '合计',
  figures,
  capitals,
});

describe('checkPaper', () => {
  it.each(['zh-CN', 'en'] as const)('lets the whole sample in %s pass', async (language) => {
    expect(() => {
      checkPaper(sample);
    }).not.toThrow();
    const other = await samplePaper(language);
    expect(() => {
      checkPaper(other);
    }).not.toThrow();
  });

  it('names every character that would not be printed, where it stands, with its code', () => {
    const faults = faultsOf(
      paragraph('喆堃龑䶮㛃‰〇¥ 全部可以打印。\n第二行。'),
      { type: 'list', items: ['√ 已交付', '☑ 已交付 ☑'] },
      { type: 'heading', level: 1, number: null, text: '第\n一章' },
      paragraph('藏在其中\u202e的方向符，以及\ud800半个字'),
    );
    expect(faults).toStrictEqual([
      'body[1].items[1]: character "☑" (U+2611) cannot be printed; allowed are the characters of Noto Serif SC and line breaks',
      'body[2].text: character U+000A cannot be printed; allowed are the characters of Noto Sans SC Bold',
      'body[3].text: character U+202E cannot be printed; allowed are the characters of Noto Serif SC and line breaks',
      'body[3].text: character U+D800 cannot be printed; allowed are the characters of Noto Serif SC and line breaks',
    ]);
  });

  it('names all faults of a paper at once', () => {
    const table: Block = {
      type: 'table',
      caption: null,
      columns: [{ title: '列', align: 'left', share: 0 }],
      rows: [['一', '二']],
      total: [],
      empty: '',
    };
    const chart: Block = {
      type: 'chart',
      caption: '图',
      labels: ['一', '二'],
      series: [{ name: '甲', values: [1] }],
      unit: '%',
      top: Number.NaN,
    };
    expect(faultsOf(table, chart, amount('1.00', '人民币贰元整'))).toStrictEqual([
      'body[0].columns[0].share: says 0; a number above 0',
      'body[0].rows[0]: has 2 cells; a cell for each of the 1 columns',
      'body[0].total: has 0 cells; a cell for each of the 1 columns',
      'body[1].series[0].values: has 1 values; a value or null for each of the 2 labels',
      'body[1]: says NaN; finite numbers or null',
      'body[2]: says "1.00 人民币贰元整": 1.00 in figures, 2.00 in capitals; figures and capitals must say the same amount',
    ]);
  });

  it.each([
    ['107000.53', '人民币壹拾万柒仟元零伍角叁分'],
    ['107000.53', '壹拾万零柒仟圆伍角叁分'],
    ['1409.50', '人民币壹仟肆佰零玖圆伍角'],
    ['6007.14', '陸仟零柒元壹角肆分'],
    ['2.00', '人民币贰圆正'],
  ])('takes any legal spelling of %s: %s', (figures, capitals) => {
    expect(faultsOf(amount(figures, capitals))).toStrictEqual([]);
  });

  it.each([
    ['20000', '人民币贰万元整'],
    ['20000.00', '人民币贰万元'],
    ['20000.00', '两万元整'],
    ['20000.01', '人民币贰万元整'],
    ['-1.00', '人民币壹元整'],
  ])('refuses %s as %s', (figures, capitals) => {
    expect(faultsOf(amount(figures, capitals))).toHaveLength(1);
  });

  it('takes figures and capitals of the same amount in a text, and refuses those of two', () => {
    const cents = fc.integer({ min: 1, max: 10 ** 11 });
    fc.assert(
      fc.property(cents, cents, (one, other) => {
        const figures = formatYuan(fen(one));
        const grouped = figures.replace(/\B(?=(\d{3})+\.)/g, ',');
        const texts = (capitals: string): string[] => [
          `费用为${grouped}元（大写：${capitals}），按月支付。`,
          `费用为${capitals}（¥${figures}）。`,
          `费用为${capitals}（小写：${grouped}元）。`,
          `The fee is RMB ${grouped} (in capitals: ${capitals}).`,
        ];
        const right = texts(amountInCapitals(fen(one))).flatMap((text) => faultsOf(paragraph(text)));
        const wrong = texts(amountInCapitals(fen(other))).map((text) => faultsOf(paragraph(text)).length);
        return right.length === 0 && wrong.every((count) => count === (one === other ? 0 : 1));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['每月 2.5万元（大写：人民币贰万伍仟元整）。', 0],
    ['每月 2.5万元（大写：人民币贰万元整）。', 1],
    ['每月 20,00.00元（大写：人民币贰仟元整）。', 1],
    ['每月人民币贰万零元整，未附小写。', 1],
    ['本合同一式 4 份（肆份），3（叁）个月后失效，单位：人民币万元。', 0],
    ['陆先生支付人民币100元，伍女士收取。', 0],
    ['按 5‰（千分之五）计；上限 10%（百分之十）。', 0],
    ['按千分之五（6‰）计。', 1],
    ['按 5‰（百分之五）计；上限 10%（百分之十一）。', 2],
    ['at 5‰ (5 per thousand), at most 10% (10 per cent)', 0],
    ['at 5‰ (5 per cent), at most 10% (11 percent)', 2],
  ])('%s: %i faults', (text, count) => {
    expect(faultsOf(paragraph(text))).toHaveLength(count);
    expect(faultsOf({ type: 'facts', rows: [['费用', text]] })).toHaveLength(count);
  });
});
