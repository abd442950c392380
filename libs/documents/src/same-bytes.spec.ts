import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { setDocx } from './docx/set-docx.js';
import { samplePaper } from './pdf/sample-paper.js';
import { setPdf } from './pdf/set-pdf.js';
import { sampleSheets } from './xlsx/sample-sheets.js';
import { setWorkbook } from './xlsx/set-workbook.js';

const folder = fileURLToPath(new URL('./', import.meta.url));
const libraries = fileURLToPath(new URL('../../', import.meta.url));

async function hashes(): Promise<Record<string, string>> {
  const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  const paper = await samplePaper('zh-CN', '草稿');
  return {
    pdf: hash(await setPdf(paper)),
    docx: hash(await setDocx(paper)),
    xlsx: hash(await setWorkbook(sampleSheets, paper.at)),
  };
}

/** The same in a process of its own: west of UTC, its clock in another year, and not its first document. */
function hashesElsewhere(): Record<string, string> {
  const program = `
    import { registerHooks } from 'node:module';
    import { createHash } from 'node:crypto';
    registerHooks({
      resolve(specifier, context, next) {
        const library = /^#(\\w+)\\/(.+)$/.exec(specifier);
        if (library) return next('file://${libraries}' + library[1] + '/src/' + library[2] + '.ts', context);
        const isOurs = specifier.startsWith('.') && !context.parentURL?.includes('node_modules');
        return next(isOurs ? specifier.replace(/\\.js$/, '.ts') : specifier, context);
      },
    });
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...given) { super(...(given.length === 0 ? [RealDate.UTC(2031, 6, 1)] : given)); }
      static now() { return RealDate.UTC(2031, 6, 1); }
    };
    const { samplePaper } = await import('file://${folder}pdf/sample-paper.ts');
    const { setPdf } = await import('file://${folder}pdf/set-pdf.ts');
    const { setDocx } = await import('file://${folder}docx/set-docx.ts');
    const { sampleSheets } = await import('file://${folder}xlsx/sample-sheets.ts');
    const { setWorkbook } = await import('file://${folder}xlsx/set-workbook.ts');
    const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');
    const english = await samplePaper('en');
    await setPdf(english);
    await setDocx(english);
    const paper = await samplePaper('zh-CN', '草稿');
    const [pdf, docx, xlsx] = [await setPdf(paper), await setDocx(paper), await setWorkbook(sampleSheets, paper.at)];
    console.log(JSON.stringify({ pdf: hash(pdf), docx: hash(docx), xlsx: hash(xlsx) }));
  `;
  const options = ['--no-warnings', '--experimental-transform-types', '--input-type=module', '-e', program];
  const env = { ...process.env, TZ: 'America/New_York', NODE_OPTIONS: '' };
  return JSON.parse(execFileSync(process.execPath, options, { encoding: 'utf8', env, cwd: libraries }));
}

describe('A document', () => {
  it('has the same bytes whenever and wherever it is set', async () => {
    const here = await hashes();
    expect(await hashes()).toStrictEqual(here);
    expect(hashesElsewhere()).toStrictEqual(here);
  });
});
