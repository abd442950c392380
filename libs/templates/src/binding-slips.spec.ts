import { bindableIn, bindingSlips } from './binding-slips.js';
import { boundParts } from './bindings.js';

const PARAMETERS = [
  { name: 'fee', clause: '3.1' },
  { name: 'dueDay', clause: '3.1' },
  { name: 'hours', clause: '2.1' },
  { name: 'mode', clause: '3.1', values: { none: {}, some: {} } },
];
const BOTH_MODES = '::: when mode = none\nA\n:::\n::: when mode = some\nB\n:::';

describe('what a clause binds amiss', () => {
  it('is nothing where each of its parameters is printed, a decision by a text for each of its values', () => {
    const text = `{{fee}} on {{ dueDay }}, in all {{totalContractAmount}}\n${BOTH_MODES}`;
    expect(bindingSlips({ number: '3.1', title: 'Fee', text }, PARAMETERS)).toEqual([]);
  });

  it('is what is missing, unknown, of another clause, or not closed', () => {
    const text = `{{fee}}, {{feee}}, {{hours}}, {{client.email}}, {{open`;
    expect(bindingSlips({ number: '3.1', title: 'Fee', text }, PARAMETERS)).toEqual([
      { kind: 'missing', name: 'dueDay' },
      { kind: 'missing', name: 'mode' },
      { kind: 'unknown', name: 'feee' },
      { kind: 'elsewhere', name: 'hours', clause: '2.1' },
      { kind: 'unknown', name: 'client.email' },
      { kind: 'strayBraces' },
    ]);
  });

  it('is a party that clause Parties does not name', () => {
    const slips = bindingSlips({ number: 'Parties', title: 'P', text: '{{client.fullName}}' }, PARAMETERS);
    expect(slips).toHaveLength(15);
    expect(slips).toContainEqual({ kind: 'missing', name: 'provider.fullName' });
    expect(bindableIn('Parties', PARAMETERS)).toContain('provider.email');
    expect(bindableIn('3.1', PARAMETERS)).toEqual([
      'fee',
      'dueDay',
      'mode',
      'termLastDay',
      'totalContractAmount',
    ]);
  });
});

it('a text in its parts is the same text', () => {
  expect(boundParts('{{a}}, b {{ c }}{{d}}.')).toEqual([
    { name: 'a' },
    { text: ', b ' },
    { name: 'c' },
    { name: 'd' },
    { text: '.' },
  ]);
  expect(boundParts('plain {x} {{open')).toEqual([{ text: 'plain {x} {{open' }]);
  expect(boundParts('')).toEqual([]);
});
