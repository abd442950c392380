import { Problem } from '../http/problem.js';
import { MOST_LINE_BYTES, MOST_LINES, readUpload } from './upload.js';

const read = (text: string) => readUpload(Buffer.from(text, 'utf8'));

function refusal(text: string): Problem {
  try {
    read(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('it was taken');
}

it('takes lines as they are, with the names that they have', () => {
  const lines = ['{"reference":"订单 17","a":1.50}', '{"b":"é"}', '[1]', 'null'];
  expect(read(lines.join('\r\n'))).toEqual(
    lines.map((document, index) => ({
      number: index + 1,
      reference: index === 0 ? '订单 17' : null,
      content: { document },
    })),
  );
});

it.each([['two\\nlines'], [''], ['x'.repeat(101)], ['\\ud800']])('keeps no name %j', (reference) => {
  const document = `{"reference":"${reference}"}`;
  expect(read(document)).toEqual([{ number: 1, reference: null, content: { document } }]);
});

it('passes over a mark at the beginning that some editors leave', () => {
  expect(read('\ufeff{"a":1}')[0]?.content).toEqual({ document: '{"a":1}' });
});

it.each([
  ['half a document', Buffer.from('{"a":')],
  ['bytes that are no text', Buffer.from([0x22, 0xff, 0x22])],
  ['a character that the database cannot keep', Buffer.from('{"a": \0}')],
])('makes %s a line with a problem, beside others', (_name, bytes) => {
  const [good, bad] = readUpload(Buffer.concat([Buffer.from('{}\n'), bytes]));
  expect(good?.content).toEqual({ document: '{}' });
  expect(bad).toMatchObject({ number: 2, content: { problem: { code: 'malformedJson', status: 400 } } });
  expect(JSON.stringify(bad)).not.toContain('\\u0000');
});

it('refuses whole what is empty or too large', () => {
  expect(refusal(' \n\n')).toMatchObject({ code: 'invalidRequest', errors: [{ path: 'body' }] });
  const most = '{}\n'.repeat(MOST_LINES);
  expect(read(most)).toHaveLength(MOST_LINES);
  expect(refusal(`${most}\n{}`)).toMatchObject({ code: 'bodyTooLarge', status: 413 });
  const longest = `"${'x'.repeat(MOST_LINE_BYTES - 2)}"`;
  expect(read(`${longest}\r\n`)).toHaveLength(1);
  const { code, detail } = refusal(`{}\n ${longest}`);
  expect(code).toBe('bodyTooLarge');
  expect(detail).toContain(`Line 2 has ${MOST_LINE_BYTES + 1} bytes`);
});
