import fc from 'fast-check';
import { atLeastZero, fen, formatYuan, MAX_FEN, minFen, parseYuan, subtractFen, sumFen } from './fen.js';

const amounts = fc.integer({ min: 0, max: MAX_FEN }).map(fen);

describe('yuan', () => {
  it.each([
    ['0.00', 0],
    ['0.05', 5],
    ['20000.00', 2_000_000],
    ['9999999999999.99', MAX_FEN],
  ])('%s is %i fen', (text, amount) => {
    expect(parseYuan(text)).toBe(amount);
    expect(formatYuan(fen(amount))).toBe(text);
  });

  it.each([
    '',
    '1',
    '1.0',
    '1.000',
    '01.00',
    '.50',
    '-1.00',
    '+1.00',
    '1,000.00',
    '1e3',
    ' 1.00',
    '10000000000000.00',
    '１.００',
    'NaN',
  ])('refuses %p', (text) => {
    expect(parseYuan(text)).toBeNull();
  });

  it('are read as they are written', () => {
    fc.assert(fc.property(amounts, (amount) => parseYuan(formatYuan(amount)) === amount));
  });

  it('are written with a sign below zero', () => {
    expect(formatYuan(fen(-5))).toBe('-0.05');
    expect(formatYuan(fen(-123456))).toBe('-1234.56');
  });
});

describe('fen', () => {
  it.each([0.5, Number.NaN, Infinity, MAX_FEN + 1, -MAX_FEN - 1])('refuses %p', (value) => {
    expect(() => fen(value)).toThrow(RangeError);
  });

  it('add, subtract and compare exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 ** 9 }).map(fen), { maxLength: 50 }), (list) => {
        const total = sumFen(list);
        expect(list.reduce((rest, amount) => subtractFen(rest, amount), total)).toBe(0);
      }),
    );
    expect(minFen(fen(1), fen(2))).toBe(1);
    expect(atLeastZero(fen(-1))).toBe(0);
    expect(atLeastZero(fen(1))).toBe(1);
    expect(() => sumFen([MAX_FEN, fen(1)])).toThrow(RangeError);
  });
});
