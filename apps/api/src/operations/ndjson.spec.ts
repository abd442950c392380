import fc from 'fast-check';
import { linesOf } from './ndjson.js';

const read = (bytes: Uint8Array) =>
  [...linesOf(bytes)].map(({ number, bytes: line }) => ({
    number,
    text: Buffer.from(line).toString('latin1'),
  }));
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** Any bytes but the one that ends a line, and something among them: what it is, the reader does not know. */
const content = fc
  .array(
    fc.integer({ min: 0, max: 255 }).filter((byte) => byte !== 0x0a),
    { minLength: 1, maxLength: 40 },
  )
  .map((bytes) => Buffer.from(bytes).toString('latin1'))
  .filter((text) => /[^ \t\r]/.test(text) && !text.endsWith('\r'));
const blank = fc.array(fc.constantFrom(' ', '\t'), { maxLength: 3 }).map((characters) => characters.join(''));
const end = fc.constantFrom('\n', '\r\n');

it('gives every line back, whichever ends they have, and whether or not the last one has any', () => {
  const line = fc.record({ text: fc.oneof(content, blank), end });
  fc.assert(
    fc.property(fc.array(line), fc.boolean(), (lines, hasLastEnd) => {
      const whole = lines.map(({ text, end: ending }, index) =>
        hasLastEnd || index < lines.length - 1 ? text + ending : text,
      );
      const expected = lines
        .map(({ text }, index) => ({ number: index + 1, text }))
        .filter(({ text }) => /[^ \t\r]/.test(text));
      expect(read(bytesOf(whole.join('')))).toEqual(expected);
    }),
  );
});

it('reads two uploads behind each other as it reads each, wherever a line ends', () => {
  const anything = fc.uint8Array({ maxLength: 60 }).map((bytes) =>
    // Many ends, so that they stand at every place.
    Buffer.from(bytes.map((byte) => (byte < 60 ? 0x0a : byte < 90 ? 0x0d : byte))).toString('latin1'),
  );
  fc.assert(
    fc.property(anything, anything, (first, second) => {
      const before = first.split('\n').length;
      const behind = read(bytesOf(second)).map(({ number, text }) => ({ number: number + before, text }));
      expect(read(bytesOf(`${first}\n${second}`))).toEqual([...read(bytesOf(`${first}\n`)), ...behind]);
    }),
  );
});

it.each([
  ['nothing', '', []],
  ['blank lines alone', '\n\r\n  \n\t', []],
  ['a line without an end', '{}', [{ number: 1, text: '{}' }]],
  [
    'lines between blank ones',
    '\n{}\r\n\r\n[]\n',
    [
      { number: 2, text: '{}' },
      { number: 4, text: '[]' },
    ],
  ],
])('of %s', (_name, upload, expected) => {
  expect(read(bytesOf(upload))).toEqual(expected);
});
