import { createHash } from 'node:crypto';
import { instant } from '#domain/time/instant';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PaperError } from '../paper-error.js';
import { paperTexts } from '../paper-texts.js';
import { type Block, type Paper } from '../paper.js';
import { samplePaper } from './sample-paper.js';
import { setPdf } from './set-pdf.js';

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

interface Read {
  readonly pages: readonly (readonly Placed[])[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly bookmarks: readonly { readonly title: string; readonly items: readonly unknown[] }[];
}

async function read(bytes: Uint8Array): Promise<Read> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: Placed[][] = [];
  for (let page = 1; page <= document.numPages; page++)
    pages.push(await placed(await document.getPage(page)));
  const { info } = await document.getMetadata();
  const bookmarks = (await document.getOutline()) ?? [];
  await task.destroy();
  return { pages, metadata: { ...info }, bookmarks };
}

async function placed(page: PDFPageProxy): Promise<Placed[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , left = 0, bottom = 0] = item.transform.map(Number);
    return [{ text: item.str, left, right: left + item.width, bottom }];
  });
}

/** The pages without what is printed on each of them. */
function bodies(pages: Read['pages']): Placed[][] {
  return pages.map((page) => page.filter(({ bottom }) => bottom > 60 && bottom < 780));
}

/** The page on which a line says just that, behind the table of contents; counted from 1. */
function pageOfLine(pages: Read['pages'], line: string): number {
  return (
    1 +
    bodies(pages).findIndex((page, index) => {
      const lines = new Map<number, string>();
      for (const { text, bottom } of page) lines.set(bottom, `${lines.get(bottom) ?? ''}${squeezed(text)}`);
      return index > 0 && [...lines.values()].includes(line);
    })
  );
}

/** Without the spaces: where a line ended is not part of what it says. */
function joined(pages: Read['pages']): string {
  return squeezed(pages.map((page) => page.map(({ text }) => text).join('')).join(''));
}

function squeezed(text: string): string {
  return text.replace(/[\s\u00a0]+/g, '');
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

let papers: Readonly<Record<'zh-CN' | 'en', Paper>>;
let set: Readonly<Record<'zh-CN' | 'en', Uint8Array>>;
let readBack: Readonly<Record<'zh-CN' | 'en', Read>>;
beforeAll(async () => {
  papers = { 'zh-CN': await samplePaper('zh-CN'), en: await samplePaper('en') };
  set = { 'zh-CN': await setPdf(papers['zh-CN']), en: await setPdf(papers.en) };
  readBack = { 'zh-CN': await read(set['zh-CN']), en: await read(set.en) };
});

function withBody(body: readonly Block[]): Paper {
  return { ...papers['zh-CN'], tableOfContents: false, body };
}

describe.each(['zh-CN', 'en'] as const)('setPdf in %s', (language) => {
  it('loses no word of the paper', () => {
    const text = joined(bodies(readBack[language].pages));
    const notPrinted = paperTexts(papers[language])
      // The words for an empty table are printed of the one empty table only; figures get their commas.
      .filter(({ path }) => !path.endsWith('.empty') && !path.endsWith('.figures'))
      .flatMap(({ text, path }) => text.split('\n').map((line) => ({ path, line: squeezed(line) })))
      .filter(({ line }) => !text.includes(line));
    expect(notPrinted).toStrictEqual([]);
    expect(text).toContain('107,000.53');
    expect(text).toContain(language === 'en' ? 'Nolinewascontestedthismonth.' : '本月没有争议行。');
  });

  it('prints number, title and page of pages on each page', () => {
    const { pages } = readBack[language];
    expect(pages.length).toBeGreaterThan(8);
    for (const [index, page] of pages.entries()) {
      const text = joined([page]);
      const [number, count] = [index + 1, pages.length];
      expect(text).toContain('C-2026-0001');
      expect(text).toContain(language === 'en' ? `Page${number}/${count}` : `第${number}/${count}页`);
      expect(text).toContain(squeezed(papers[language].title));
    }
  });

  it('keeps everything between its margins', () => {
    const { pages } = readBack[language];
    const outside = pages
      .flat()
      .filter(({ left, right, bottom }) => left < 63 || right > 533.5 || bottom < 30);
    expect(outside).toStrictEqual([]);
  });

  it('gives headings the pages they stand on in its table of contents, and bookmarks', () => {
    const { pages, bookmarks } = readBack[language];
    const headings = papers[language].body.filter((block) => block.type === 'heading');
    const contents = joined(pages.slice(0, 1));
    for (const { number, text } of headings) {
      const line = squeezed(`${number ?? ''}${text}`);
      expect(contents).toContain(`${line}${pageOfLine(pages, line)}`);
    }
    const top = headings.filter(({ level }) => level === 1).map(({ text }) => squeezed(text));
    expect(bookmarks.map(({ title }) => squeezed(title).replace(/^A(?=附|S)/, ''))).toStrictEqual(top);
    expect(bookmarks[0]?.items).toHaveLength(headings.length - top.length);
  });

  it('repeats the header row of a table on each page it reaches', () => {
    const { pages } = readBack[language];
    const rows = pages.filter((page) => /I-0000\d\d/.test(joined([page])));
    expect(rows.length).toBeGreaterThan(2);
    for (const page of rows)
      expect(joined([page])).toContain(language === 'en' ? 'Penalty(RMB)' : '违约金（元）');
  });

  it('is small, and says whose it is, in which language, and when it was made', () => {
    const { metadata } = readBack[language];
    expect(set[language].byteLength).toBeLessThan(300_000);
    expect(metadata).toMatchObject({
      Title: `${papers[language].title} C-2026-0001`,
      Author: 'Pacta',
      Language: language,
      CreationDate: 'D:20250101011500Z',
      ModDate: 'D:20250101011500Z',
    });
  });
});

describe('setPdf', () => {
  it('gives other bytes for another word or another instant', async () => {
    const paper = withBody([{ type: 'list', items: ['一'] }]);
    const hashes = [
      paper,
      withBody([{ type: 'list', items: ['二'] }]),
      { ...paper, at: instant('2026-01-01T01:15:00Z') },
    ];
    expect(new Set(await Promise.all(hashes.map(async (paper) => hash(await setPdf(paper))))).size).toBe(3);
  });

  it('keeps a heading with what follows it, and the panels of signatures in one piece', async () => {
    const signer = { name: '王示例', title: '', signedAt: null };
    const panel = { role: '客户', name: '甲公司', signers: [signer, { ...signer, name: '李样本' }] };
    for (const lines of [20, 24, 26, 28, 30, 32, 34, 36]) {
      const { pages } = await read(
        await setPdf(
          withBody([
            {
              type: 'paragraph',
              style: 'body',
              text: Array.from({ length: lines }, () => '一行。').join('\n'),
            },
            { type: 'heading', level: 2, number: '9.1', text: '签署栏' },
            { type: 'heading', level: 3, number: null, text: '各方' },
            { type: 'signatures', panels: [panel, { ...panel, role: '服务商' }] },
          ]),
        ),
      );
      const page = (text: string): number => pages.findIndex((page) => joined([page]).includes(text));
      expect([lines, page('签署栏'), page('各方')]).toStrictEqual([lines, page('王示例'), page('李样本')]);
      expect(page('李样本')).toBe(page('甲公司'));
    }
  });

  it('prints what is higher than a page over several of them', async () => {
    const long = '很长的一段说明文字，不能丢失。'.repeat(160);
    const signers = Array.from({ length: 30 }, (_, index) => ({
      name: `签署人${index}号`,
      title: '',
      signedAt: null,
    }));
    const paper = withBody([
      {
        type: 'table',
        caption: '表',
        columns: ['甲', '乙'].map((title) => ({ title, align: 'left', share: 1 })),
        rows: [['短', `${long}完`]],
        total: null,
        empty: '',
      },
      { type: 'facts', rows: [['说明', `${long}毕`]] },
      {
        type: 'parties',
        client: { role: '客户', name: '甲公司', rows: [['说明', `${long}终`]] },
        provider: { role: '服务商', name: '乙公司', rows: [] },
      },
      { type: 'signatures', panels: [{ role: '客户', name: '甲公司', signers }] },
    ]);
    const text = joined(bodies((await read(await setPdf(paper))).pages));
    for (const end of ['完', '毕', '终']) expect(text).toContain(`${long.slice(-15)}${end}`);
    expect(text.split('。').length - 1).toBe(480);
    for (const { name } of signers) expect(text).toContain(name);
  });

  it('prints a watermark on each page of what is no original', async () => {
    const { pages } = await read(await setPdf({ ...withBody([{ type: 'pageBreak' }]), watermark: '草稿' }));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(joined([page])).toContain('草稿');
  });

  it('sets nothing where a character is missing or an amount contradicts itself', async () => {
    const amount: Block = { type: 'amount', label: '合计', figures: '1.00', capitals: '人民币贰元整' };
    await expect(setPdf(withBody([amount]))).rejects.toBeInstanceOf(PaperError);
    await expect(setPdf(withBody([{ type: 'list', items: ['☑'] }]))).rejects.toThrow('U+2611');
  });
});
