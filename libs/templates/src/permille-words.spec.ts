import fc from 'fast-check';
import { parseRatioWords, permilleFaults, plainRatio, ratioInWords } from './permille-words.js';

const ratios = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([whole, millionths]) => plainRatio(`${whole}.${String(millionths).padStart(6, '0')}`));

describe('ratioInWords', () => {
  it.each([
    ['0', '零'],
    ['0.5', '零点五'],
    ['5', '五'],
    ['5.00', '五'],
    ['10', '十'],
    ['12.75', '十二点七五'],
    ['20', '二十'],
    ['100', '一百'],
    ['101', '一百零一'],
    ['110', '一百一十'],
    ['1000', '一千'],
    ['1005.05', '一千零五点零五'],
  ])('says %s as %s, and reads it back', (ratio, words) => {
    expect(ratioInWords(ratio)).toBe(words);
    expect(parseRatioWords(words)).toBe(plainRatio(ratio));
  });

  it('reads back every ratio it says', () => {
    fc.assert(fc.property(ratios, (ratio) => parseRatioWords(ratioInWords(ratio)) === ratio));
  });

  it('refuses what it cannot say', () => {
    expect(() => ratioInWords('10000')).toThrow(RangeError);
    expect(() => ratioInWords('-1')).toThrow(RangeError);
  });
});

describe('parseRatioWords', () => {
  it.each([
    '',
    '点五',
    '五点',
    '五点五点五',
    '一百五',
    '一千五',
    '五五',
    '百',
    '零五',
    '一零',
    '5',
    '一百十',
  ])('refuses %p', (words) => {
    expect(parseRatioWords(words)).toBeNull();
  });

  it('takes 一十二 for 十二', () => {
    expect(parseRatioWords('一十二')).toBe('12');
  });
});

describe('permilleFaults', () => {
  it.each([
    '违约金为5‰（千分之五）。',
    '违约金为千分之五（5‰）。',
    '违约金为千分之零点五（0.50 ‰），上限为10%（百分之十）。',
    '违约金为 5‰，没有大写。',
    '违约金为千分之五，没有数字。',
  ])('accepts %s', (text) => {
    expect(permilleFaults(text, '2.6')).toEqual([]);
  });

  it.each([
    '违约金为5‰（千分之六）。',
    '违约金为千分之五（0.5‰）。',
    '违约金为5%（千分之五）。',
    '违约金为百分之五（5‰）。',
    '违约金为15‰（千分之五十）。',
    '违约金为5‰（千分之一百五）。',
  ])('refuses %s', (text) => {
    expect(permilleFaults(text, '2.6')).toEqual([expect.objectContaining({ path: '2.6' })]);
  });
});
