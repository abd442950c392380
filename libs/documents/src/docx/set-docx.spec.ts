import { strFromU8, unzipSync } from 'fflate';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Paper } from '../paper.js';
import { PaperError } from '../paper-error.js';
import { paperTexts } from '../paper-texts.js';
import { samplePaper } from '../pdf/sample-paper.js';
import { setDocx } from './set-docx.js';

async function partsOf(paper: Paper): Promise<Record<string, string>> {
  const files = unzipSync(await setDocx(paper));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

interface Node {
  readonly [name: string]: readonly Node[] | string | Readonly<Record<string, string>>;
}

interface Paragraph {
  readonly style: string;
  readonly text: string;
}

/** The paragraphs of a part, those in tables too, in their order. */
function paragraphsOf(xml: string): Paragraph[] {
  const options = {
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
  };
  const nodes: Node[] = new XMLParser({ ...options, parseTagValue: false }).parse(xml);
  return nodes.flatMap(below);
}

function below(node: Node): Paragraph[] {
  return Object.entries(node).flatMap(([name, inside]) => {
    if (!Array.isArray(inside)) return [];
    return name === 'w:p' ? [{ style: styleOf(inside), text: textOf(inside) }] : inside.flatMap(below);
  });
}

function styleOf(nodes: readonly Node[]): string {
  return /"w:pStyle":\[\],":@":\{"w:val":"(\w+)"/.exec(JSON.stringify(nodes))?.[1] ?? '';
}

function textOf(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (typeof node['#text'] === 'string') return node['#text'];
      if ('w:br' in node) return '\n';
      if ('w:tab' in node) return '\t';
      return Object.entries(node)
        .map(([name, inside]) => (Array.isArray(inside) && name !== 'w:pPr' ? textOf(inside) : ''))
        .join('');
    })
    .join('');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

describe.each(['zh-CN', 'en'] as const)('setDocx in %s', (language) => {
  let paper: Paper;
  let parts: Record<string, string>;
  let paragraphs: Paragraph[];
  beforeAll(async () => {
    paper = await samplePaper(language, '草稿');
    parts = await partsOf(paper);
    paragraphs = paragraphsOf(parts['word/document.xml'] ?? '');
  });

  it('is well-formed in every part, and says whose it is and when it was made', () => {
    for (const [name, xml] of Object.entries(parts))
      expect([name, XMLValidator.validate(xml)]).toStrictEqual([name, true]);
    const core = parts['docProps/core.xml'] ?? '';
    expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toStrictEqual([paper.at, paper.at]);
    expect(core).toContain('<dc:creator>Pacta</dc:creator>');
  });

  it('loses no word of the paper', () => {
    const text = squeezed(paragraphs.map(({ text }) => text).join(''));
    const notThere = paperTexts(paper)
      .filter(({ path }) => path !== 'watermark' && !path.endsWith('.figures'))
      // What an empty table says is said of the empty one only.
      .filter(({ path }) => !path.endsWith('.empty'))
      .map(({ path, text }) => ({ path, text: squeezed(text) }))
      .filter(({ text: words }) => !text.includes(words));
    expect(notThere).toStrictEqual([]);
    expect(text).toContain('107,000.53');
    expect(text).toContain(language === 'en' ? 'Nolinewascontestedthismonth.' : '本月没有争议行。');
  });

  it('has real headings, a table of contents that lists them, and numbered pages', () => {
    const headings = paper.body.filter((block) => block.type === 'heading');
    const line = (text: string): string => squeezed(text);
    const inText = paragraphs.filter(({ style }) => /^Heading[123]$/.test(style));
    expect(inText.map(({ style, text }) => `${style} ${line(text)}`)).toStrictEqual(
      headings.map(({ level, number, text }) => `Heading${level} ${line(`${number ?? ''}${text}`)}`),
    );
    const listed = paragraphs.filter(({ style }) => /^TOC\d$/.test(style)).map(({ text }) => line(text));
    for (const { text } of headings) expect(listed.some((entry) => entry.includes(line(text)))).toBe(true);
    expect(parts['word/footer1.xml']).toMatch(/PAGE<[^]*NUMPAGES</);
    expect(parts['word/header1.xml']).toContain('C-2026-0001');
    expect(parts['word/header1.xml']).toContain('string="草稿"');
  });

  it('names its fonts and embeds none', () => {
    expect(parts['word/styles.xml']).toContain('w:eastAsia="SimSun"');
    expect(parts['word/fontTable.xml']).toContain('<w:font w:name="SimSun"><w:altName w:val="宋体"/>');
    expect(Object.keys(parts).filter((name) => /\.(ttf|odttf|otf)$/.test(name))).toStrictEqual([]);
  });

  it('sets a chart as a table of its figures', () => {
    const text = paragraphs.map(({ text }) => text).join('|');
    const missing = language === 'en' ? 'n/a' : '不适用';
    expect(text).toContain(
      language === 'en' ? 'Critical|100|n/a|50|High|98.25|87.5|0' : '紧急|100|不适用|50|高|98.25',
    );
    expect(text.split(missing).length - 1).toBeGreaterThanOrEqual(2);
  });
});

describe('setDocx', () => {
  it('sets nothing where an amount contradicts itself', async () => {
    const paper = await samplePaper('zh-CN');
    const amount = { type: 'amount', label: '合计', figures: '1.00', capitals: '人民币贰元整' } as const;
    await expect(setDocx({ ...paper, body: [amount] })).rejects.toBeInstanceOf(PaperError);
  });
});
