import fc from 'fast-check';
import { deedOf, formOf, type PageAct } from './forms.js';
import { html } from './html.js';
import { isFromOwnPage } from './own-page.js';

describe('html', () => {
  it('escapes whatever is put into it, once', () => {
    const inner = html`<b title="${'"&\''}">${'<i>'}</b>`;
    expect(html`<p>${inner}${[inner]}${null}${7}</p>`.text).toBe(
      `<p>${'<b title="&quot;&amp;&#39;">&lt;i&gt;</b>'.repeat(2)}7</p>`,
    );
  });

  it('no text can leave its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(html`${text}`.text).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe('a form', () => {
  const asked = (act: PageAct, fields: object, name = '王 示例') =>
    deedOf(act, formOf({ document: 'h', consent: 'yes', ...fields }), { name });
  const words = (act: PageAct, fields: object) => {
    const result = asked(act, fields);
    return 'faults' in result ? result.faults.map(({ field, word }) => `${field} ${word}`) : [];
  };

  it.each(['王 示例', ' 王  示例 ', '王　示例'])('signs with the name as %j', (name) => {
    expect(asked('sign', { name })).toEqual({ deed: { type: 'signature.given', documentHash: 'h' } });
  });

  it.each(['', '王', '王示例', '王 示例.', 'wang'])('does not with %j', (name) => {
    expect(words('sign', { name })).toEqual(['name nameDiffers']);
  });

  it('a name is the same composed and decomposed, and its case counts', () => {
    expect(asked('sign', { name: 'Zoe\u0308' }, 'Zo\u00eb')).toHaveProperty('deed');
    expect(asked('sign', { name: 'zoë' }, 'Zoë')).toHaveProperty('faults');
  });

  const to = { toName: '孙  代理', toTitle: '副经理', toEmail: ' sun@client.example ', toReason: '出差' };

  it('passes a place on', () => {
    expect(asked('delegate', to)).toEqual({
      deed: {
        type: 'signature.delegated',
        to: { name: '孙 代理', title: '副经理', email: 'sun@client.example' },
        reason: '出差',
      },
    });
  });

  it.each<[object, string[]]>([
    [{}, ['toName missing', 'toTitle missing', 'toEmail missing', 'toReason missing']],
    [{ ...to, toEmail: 'sun' }, ['toEmail noEmail']],
    [{ ...to, toEmail: 'a@b.example\r\nBcc: c@d.example' }, ['toEmail notOneLine', 'toEmail noEmail']],
    [{ ...to, toName: 'x'.repeat(101) }, ['toName tooLong']],
    [{ ...to, toTitle: 'a\u0000b' }, ['toTitle notOneLine']],
    [{ ...to, toReason: '\ud800' }, ['toReason notOneLine']],
  ])('does not with %j', (fields, faults) => {
    expect(words('delegate', fields)).toEqual(faults);
  });

  it('is taken as texts, whatever is sent', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        expect(Object.values(formOf(body)).every((value) => typeof value === 'string')).toBe(true);
      }),
    );
  });
});

it.each<[Record<string, string>, boolean]>([
  [{}, true],
  [{ 'sec-fetch-site': 'same-origin' }, true],
  [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
  [{ 'sec-fetch-site': 'none' }, false],
  [{ 'sec-fetch-site': 'same-site' }, false],
  [{ 'sec-fetch-site': 'cross-site', origin: 'https://sign.example.com' }, false],
  [{ origin: 'https://sign.example.com' }, true],
  [{ origin: 'http://inside:3000', host: 'inside:3000' }, true],
  [{ origin: 'http://inside:3001', host: 'inside:3000' }, false],
  [{ origin: 'https://sign.example.com.evil.example' }, false],
  [{ origin: 'null' }, false],
])('%j is from our own page: %s', (headers, isOwn) => {
  expect(isFromOwnPage({ headers }, { publicUrl: 'https://sign.example.com' })).toBe(isOwn);
});
