import fc from 'fast-check';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { paperTexts } from '../paper-texts.js';
import { type Block, type Paper } from '../paper.js';
import { samplePaper } from './sample-paper.js';
import { setPdf } from './set-pdf.js';

let sample: Paper;
beforeAll(async () => {
  sample = await samplePaper('zh-CN');
});

const words = fc.constantFrom(
  '违约金',
  '“响应时限”，',
  '（喆堃龑䶮）',
  'I-000123',
  '1,234,567.89',
  'O’Connor and the others ',
  'https://support.provider.example/some/long/path?query=1',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
);

/** A text ends in a mark of its own, a word that no line need break, by which it is found again. */
let marks = 0;
const mark = (): string => `#${++marks % 10_000}#`;
const text = (most: number): fc.Arbitrary<string> =>
  fc.array(words, { minLength: 1, maxLength: most }).map((parts) => `${parts.join('')} ${mark()}`);
const name = fc.constant('').map(() => `系列 ${mark()}`);
const facts = (most: number) => fc.array(fc.tuple(text(2), text(20)), { maxLength: most });
const party = fc.record({ role: text(2), name: text(6), rows: facts(12) });
const signer = fc.record({
  name: text(2),
  title: text(2),
  signedAt: fc.constantFrom(null, '2025-01-01 09:15 (+08:00)'),
});
const number = fc.constantFrom(null, 0, -5, 99.5, 1_234_567);

const table = fc.integer({ min: 1, max: 14 }).chain((columns) => {
  const row = (most: number) => fc.array(text(most), { minLength: columns, maxLength: columns });
  return fc.record({
    type: fc.constant('table' as const),
    caption: fc.option(text(4)),
    columns: row(1).map((titles) => titles.map((title) => ({ title, align: 'right' as const, share: 1 }))),
    rows: fc.array(row(columns > 6 ? 1 : 12), { minLength: 1, maxLength: 25 }),
    total: fc.option(row(1)),
    empty: fc.constant(''),
  });
});

const chart = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 6 }))
  .chain(([labels, series]) =>
    fc.record({
      type: fc.constant('chart' as const),
      caption: text(3),
      labels: fc.array(name, { minLength: labels, maxLength: labels }),
      series: fc.array(
        fc.record({ name, values: fc.array(number, { minLength: labels, maxLength: labels }) }),
        { minLength: series, maxLength: series },
      ),
      unit: fc.constant('%'),
      top: fc.constantFrom(null, 100),
    }),
  );

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    number: fc.constantFrom(null, '1.2'),
    text: text(4),
  }),
  fc.record({
    type: fc.constant('paragraph' as const),
    style: fc.constantFrom('body' as const, 'note' as const, 'lead' as const),
    text: fc.array(text(60), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n\n(1) ')),
  }),
  fc.record({
    type: fc.constant('list' as const),
    items: fc.array(text(20), { minLength: 1, maxLength: 5 }),
  }),
  fc.record({ type: fc.constant('facts' as const), rows: facts(6) }),
  table,
  chart,
  fc.record({ type: fc.constant('parties' as const), client: party, provider: party }),
  fc.record({
    type: fc.constant('signatures' as const),
    panels: fc.array(
      fc.record({ role: text(2), name: text(6), signers: fc.array(signer, { minLength: 1, maxLength: 9 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
);

/** What is printed between the margins of all pages, and how much of it runs off to the side. */
async function read(bytes: Uint8Array): Promise<{ readonly text: string; readonly outside: string[] }> {
  const task = getDocument({ data: bytes, verbosity: 0 });
  const document = await task.promise;
  let text = '';
  const outside: string[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    for (const item of items) {
      if (!('str' in item)) continue;
      const [, slope = 0, , , left = 0, bottom = 0] = item.transform.map(Number);
      if (bottom < 60 || bottom > 780) continue;
      text += item.str;
      const right = slope === 0 ? left + item.width : left;
      if (item.str.trim() !== '' && (left < 63 || right > 533.5)) outside.push(item.str);
    }
  }
  await task.destroy();
  return { text: text.replace(/\s+/g, ''), outside };
}

describe('setPdf', () => {
  it('loses nothing of any paper and lets nothing run off the page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(block, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (body, tableOfContents) => {
          const paper = { ...sample, body, tableOfContents };
          const { text, outside } = await read(await setPdf(paper));
          const marks = paperTexts(paper).flatMap(({ text }) => text.match(/#\d+#/g) ?? []);
          expect(outside).toStrictEqual([]);
          expect(marks.filter((mark) => !text.includes(mark))).toStrictEqual([]);
        },
      ),
      { numRuns: 15, seed: 20250101 },
    );
  });
});
