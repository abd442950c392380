import { strFromU8, unzipSync } from 'fflate';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fen } from '#domain/money/fen';
import { instant } from '#domain/time/instant';
import { PaperError } from '../paper-error.js';
import { sampleSheets } from './sample-sheets.js';
import { setWorkbook, type Sheet } from './set-workbook.js';

const at = instant('2025-02-03T01:15:00Z');

interface Cell {
  readonly '@r': string;
  readonly '@t'?: string;
  readonly '@s'?: string;
  readonly v?: string;
}

interface Part {
  readonly sst: { readonly si: readonly { readonly t: string | { readonly '#text': string } }[] };
  readonly worksheet: { readonly sheetData: { readonly row: readonly { readonly c: readonly Cell[] }[] } };
}

async function partsOf(sheets: readonly Sheet[]): Promise<Record<string, string>> {
  const files = unzipSync(await setWorkbook(sheets, at));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

function parsed(xml: string | undefined): Part {
  const isArray = (name: string): boolean => ['si', 'row', 'c'].includes(name);
  const options = {
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    trimValues: false,
    isArray,
  };
  return new XMLParser(options).parse(xml ?? '');
}

describe('setWorkbook', () => {
  it('is well-formed, names its date, and leads from part to part', async () => {
    const parts = await partsOf(sampleSheets);
    for (const [name, xml] of Object.entries(parts))
      expect([name, XMLValidator.validate(xml)]).toStrictEqual([name, true]);
    expect(parts['docProps/core.xml']).toContain('>2025-02-03T01:15:00Z</dcterms:created>');
    expect(parts['_rels/.rels']).toContain('Target="docProps/core.xml"');
    expect(parts['[Content_Types].xml']).toContain('PartName="/docProps/core.xml"');
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
  });

  it('keeps numbers numbers, money to the fen, and text text', async () => {
    const parts = await partsOf(sampleSheets);
    const strings = parsed(parts['xl/sharedStrings.xml']).sst.si.map(({ t }) =>
      typeof t === 'string' ? t : t['#text'],
    );
    const rows = parsed(parts['xl/worksheets/sheet1.xml']).worksheet.sheetData.row;
    const values = rows.map(({ c }) =>
      c.map((cell) => (cell['@t'] === 's' ? strings[Number(cell.v)] : Number(cell.v))),
    );
    expect(values).toStrictEqual([
      ['请求', '件数', '违约金（元）', '比例', '日期'],
      // 45688 days after 30 December 1899.
      ['北京喆堃龑䶮 <&> "=1+1"\n第二行', 120, 107_000.53, 12.75, 45_688],
      ['=HYPERLINK("x")', 0, -0.01],
    ]);
    expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f');
    for (const format of ['#,##0.00', 'yyyy-mm-dd', 'General&quot;‰&quot;'])
      expect(parts['xl/styles.xml']).toContain(format);
  });

  it('refuses what Excel would not open, naming all of it', async () => {
    const columns = [{ title: 'A', width: 8 }];
    const text = (value: string): Sheet['rows'][number] => [{ type: 'text', value }];
    const sheets: Sheet[] = [
      { name: 'A/B', columns, rows: [text('\u0007'), text('x'.repeat(32_768)), []] },
      {
        name: 'Same',
        columns,
        rows: [[{ type: 'permille', value: 'five' }], [{ type: 'integer', value: 1.5 }]],
      },
      { name: 'same', columns, rows: [[{ type: 'money', value: fen(1) }]] },
    ];
    const error: unknown = await setWorkbook(sheets, at).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(PaperError);
    expect(error instanceof PaperError ? error.faults.map(({ path }) => path) : []).toStrictEqual([
      'sheets[2].name',
      'sheets[0].name',
      'sheets[0].rows[0][0]',
      'sheets[0].rows[1][0]',
      'sheets[0].rows[2]',
      'sheets[1].rows[0][0]',
      'sheets[1].rows[1][0]',
    ]);
  });
});
