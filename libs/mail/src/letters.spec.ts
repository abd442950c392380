import fc from 'fast-check';
import { LETTERS } from './letter-texts.js';
import { carriesLink, letterOf, type LetterLanguage, type LetterTemplate } from './letters.js';

const TEMPLATES = Object.keys(LETTERS) as LetterTemplate[];
const LANGUAGES: readonly LetterLanguage[] = ['zh-CN', 'en'];
const ALL = TEMPLATES.flatMap((template) => LANGUAGES.map((language) => [template, language] as const));

/** A value of its own for each field. */
function dataOf(template: LetterTemplate): Record<string, string> {
  const fields = ['contract', 'name', ...LETTERS[template].fields];
  return Object.fromEntries(fields.map((field) => [field, `value-of-${field}`]));
}

it.each(ALL)('%s in %s says each of its values, in text and in HTML', (template, language) => {
  const data = dataOf(template);
  const { subject, text, html } = letterOf(template, data, language);
  expect(subject).toContain('value-of-contract');
  for (const value of Object.values(data)) {
    expect(text).toContain(value);
    expect(html).toContain(value);
  }
  expect(`${subject}${text}${html}`).not.toMatch(/[{}]|undefined/);
});

it.each(ALL)('%s in %s is not written with a value missing or empty', (template, language) => {
  for (const field of ['contract', 'name', ...LETTERS[template].fields]) {
    const { [field]: _, ...others } = dataOf(template);
    const wanted = `the letter ${template} lacks ${field}`;
    expect(() => letterOf(template, others, language)).toThrow(wanted);
    expect(() => letterOf(template, { ...others, [field]: ' \n' }, language)).toThrow(wanted);
  }
});

it('whatever the values are, a letter keeps its form: one line of subject, no markup of theirs', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ALL),
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /[^\p{Cc}\p{Zl}\p{Zp}\s]/u.test(text)),
      ([template, language], value) => {
        const data = Object.fromEntries(Object.keys(dataOf(template)).map((field) => [field, value]));
        const plain = letterOf(template, dataOf(template), language);
        const { subject, text, html } = letterOf(template, data, language);
        expect(subject).not.toMatch(/[\r\n\u2028\u2029]/);
        expect(text.split('\n').length).toBe(plain.text.split('\n').length);
        expect(html.match(/</g)?.length).toBe(plain.html.match(/</g)?.length);
      },
    ),
    { numRuns: 400 },
  );
});

it('puts nothing of a value into the page as markup', () => {
  const reason = `<script>alert("1")</script>\r\nBcc: everyone@example.com`;
  const { text, html } = letterOf('declined', { ...dataOf('declined'), reason }, 'en');
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; Bcc: everyone@example.com');
  expect(html).not.toContain('<script>');
  expect(text).toContain('Reason: <script>alert("1")</script> Bcc: everyone@example.com\n');
});

it('makes an address a link, and only an address', () => {
  const link = 'https://pacta.example/sign/abc?x=1&y=2';
  const { text, html } = letterOf(
    'signingInvitation',
    { ...dataOf('signingInvitation'), link, document: 'see https://elsewhere.example' },
    'zh-CN',
  );
  expect(text).toContain(`签署链接：${link}\n`);
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('<a href="https://pacta.example/sign/abc?x=1&amp;y=2">');
});

it('knows which letters carry a link', () => {
  expect(TEMPLATES.filter(carriesLink)).toEqual(['signingInvitation', 'signingReminder']);
});
