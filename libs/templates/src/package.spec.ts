import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '#decisions/hash';
import { formatFault } from '#domain/fault';
import { contextOf, loadPackage } from './load.js';
import { copiedTemplate, emptyVariant } from './new-template.js';
import { skeletonTemplate } from './new-template-skeleton.js';
import { packageFaults, PACKAGE_LIMITS, type TemplatePackage } from './package.js';
import {
  jsonText,
  type PackedTemplate,
  packageToWrite,
  packTemplate,
  readPacked,
  verifyPacked,
} from './package-archive.js';
import { readPackage, writePackage } from './package-folder.js';
import { linkSchemas } from './package-schemas.js';
import { parseTemplate, type ParsedTemplate, type TemplateContext } from './parse-template.js';
import { rulesFolder } from './rules-folder.js';

const BASE = 'it-support-2025';

let folder = '';
let reference: TemplatePackage;
let context: TemplateContext;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pacta-package-'));
  reference = await loadPackage(BASE);
  const { calendars } = await contextOf(reference, rulesFolder());
  context = { bases: { [BASE]: reference }, calendars };
});
afterEach(() => rmSync(folder, { recursive: true }));

function sound(source: TemplatePackage, within: TemplateContext = context): ParsedTemplate {
  const parsed = parseTemplate(source.files, within);
  if ('faults' in parsed) throw new Error(parsed.faults.map(formatFault).join('\n'));
  return parsed;
}

describe('a package', () => {
  it.each([
    '../a.md',
    '/etc/a.md',
    'a/../b.md',
    '.hidden.md',
    'a//b.md',
    'a\\b.md',
    'a.md/',
    'C:a.md',
    '__proto__',
    'plain',
  ])('has no file %p', (path) => {
    const files = Object.fromEntries([[path, 'x']]);
    expect(packageFaults({ files }).map(formatFault)).toEqual([
      expect.stringMatching(/is no name for a file of a template/),
    ]);
  });

  it('has no more files and bytes than its limits', () => {
    const many = Array.from(
      { length: PACKAGE_LIMITS.files + 1 },
      (_, index) => [`f${index}.md`, ''] as const,
    );
    expect(packageFaults({ files: Object.fromEntries(many) }).map(formatFault)).toEqual([
      'document: has 201 files, allowed are at most 200',
    ]);
    // Each of these characters is three bytes.
    const large = '字'.repeat(PACKAGE_LIMITS.bytes / 3 + 1);
    expect(packageFaults({ files: { 'a.md': large } }).map(formatFault)).toEqual([
      expect.stringMatching(/has 200000\d bytes, allowed are at most 2000000 bytes/),
    ]);
    expect(parseTemplate({ 'a.md': large }, context)).toHaveProperty('faults');
  });

  it('has no file that is a folder as well', () => {
    expect(packageFaults({ files: { 'a.b': '', 'a.b/c.md': '' } }).map(formatFault)).toEqual([
      'a.b: is a file and a folder, allowed is one of them',
    ]);
  });

  it('is one of a template or of a variant, not of both or neither', () => {
    const both = { ...reference.files, 'variant.json': '{}' };
    for (const files of [both, {}]) {
      expect(parseTemplate(files, context)).toHaveProperty('faults', [
        expect.objectContaining({ path: 'template.json' }),
      ]);
    }
  });
});

describe('a folder', () => {
  it('is written and read back alike', async () => {
    const target = join(folder, 'new');
    expect(await writePackage(target, reference)).toEqual([]);
    expect(await readPackage(target)).toEqual({ value: reference });
  });

  it('is not written over, unless that is asked for', async () => {
    writeFileSync(join(folder, 'notes.md'), 'mine');
    expect((await writePackage(folder, reference)).map(formatFault)).toEqual([
      expect.stringMatching(/holds files already \(notes\.md\)/),
    ]);
    expect(await readPackage(folder)).toEqual({ value: { files: { 'notes.md': 'mine' } } });
    expect(await writePackage(folder, reference, { force: true })).toEqual([]);
    expect(readFileSync(join(folder, 'notes.md'), 'utf8')).toBe('mine');
  });

  it('is not written at all where a path leads out of it', async () => {
    const source = { files: { 'a.md': 'x', '../b.md': 'x' } };
    expect(await writePackage(join(folder, 'new'), source)).toHaveLength(1);
    expect(await readPackage(folder)).toEqual({ value: { files: {} } });
  });

  it('gives no file behind a link, of another name, or that is no UTF-8', async () => {
    mkdirSync(join(folder, 'sub'));
    symlinkSync('/etc/hostname', join(folder, 'link.md'));
    writeFileSync(join(folder, 'sub', 'with space.md'), '');
    const read = await readPackage(folder);
    expect('faults' in read && read.faults.map(({ path }) => path)).toEqual(['link.md', 'sub/with space.md']);
    rmSync(join(folder, 'link.md'));
    rmSync(join(folder, 'sub'), { recursive: true });
    writeFileSync(join(folder, 'a.md'), Buffer.from([0x61, 0xff]));
    const bytes = await readPackage(folder);
    expect('faults' in bytes && bytes.faults.map(formatFault)).toEqual([
      'a.md: is no UTF-8 text, allowed is text in UTF-8',
    ]);
  });

  it('beyond the limits is refused before it is read', async () => {
    writeFileSync(join(folder, 'a.md'), 'x'.repeat(PACKAGE_LIMITS.bytes + 1));
    const read = await readPackage(folder);
    expect('faults' in read && read.faults.map(formatFault)).toEqual([
      expect.stringMatching(/has 2000001 bytes/),
    ]);
  });
});

describe('links to schemas', () => {
  it('lead beside the template or into its folder, from any depth, and change nothing else', () => {
    const text = '{\n  "$schema": "../schemas/calendar.schema.json",\n  "id": "CN"\n}\n';
    const files = { 'a.json': text, 'calendars/CN.json': text, 'b.md': text };
    const within = linkSchemas({ files }, 'within').files;
    expect(within['a.json']).toContain('"$schema": "schemas/calendar.schema.json"');
    expect(within['calendars/CN.json']).toContain('"$schema": "../schemas/calendar.schema.json"');
    expect(within['b.md']).toBe(text);
    const back = linkSchemas({ files: within }, 'beside').files;
    expect(back['a.json']).toBe(text);
    expect(back['calendars/CN.json']).toContain('"../../schemas/calendar.schema.json"');
    expect(sound(linkSchemas(reference, 'within')).value.hash).toBe(sound(reference).value.hash);
  });
});

describe('a packed template', () => {
  const packed = (source: TemplatePackage = reference): string =>
    packTemplate(source, sound(source), context);
  const read = (text: string): PackedTemplate => {
    const result = readPacked(text);
    if ('faults' in result) throw new Error(result.faults.map(formatFault).join('\n'));
    return result.value;
  };

  it('is the same bytes for the same files, in whatever order and wherever they lay', () => {
    const reversed = { files: Object.fromEntries(Object.entries(reference.files).toReversed()) };
    expect(packed(reversed)).toBe(packed());
    expect(packed(linkSchemas(reference, 'within'))).toBe(packed());
    expect(canonicalJson(JSON.parse(packed()))).toBe(packed().trimEnd());
  });

  it('comes back as the template that it was, with the calendars that it names', () => {
    const back = read(packed());
    expect(Object.keys(back.calendars)).toEqual(Object.keys(sound(reference).calendars));
    const verified = verifyPacked(back, {});
    expect('parsed' in verified && verified.parsed.value.hash).toBe(sound(reference).value.hash);
    expect(packageToWrite(back, context.calendars)).toEqual(linkSchemas(reference, 'beside'));
  });

  it('brings a calendar along where the place has another one of the id, or none', () => {
    const back = read(packed());
    const other = { CN: { id: 'CN', version: 'other' } };
    for (const calendars of [other, {}]) {
      const { files } = packageToWrite(back, calendars);
      expect(JSON.parse(files['calendars/CN.json'] ?? '')).toEqual(context.calendars['CN']);
    }
  });

  it('brings along what a variant stands on', () => {
    const variant = emptyVariant(reference, sound(reference), 'acme');
    const back = read(packed(variant));
    expect(Object.keys(back.bases ?? {})).toEqual([BASE]);
    const verified = verifyPacked(back, {});
    expect('parsed' in verified && verified.parsed.value.hash).toBe(sound(variant).value.hash);
    const edited = copiedTemplate(reference, BASE, BASE);
    const elsewhere = verifyPacked(back, { [BASE]: edited });
    expect('faults' in elsewhere && elsewhere.faults.map(formatFault)).toEqual([
      expect.stringMatching(/variant\.json#extends\.version: unknown version/),
    ]);
  });

  const tampered: [string, (document: PackedTemplate) => unknown, RegExp][] = [
    [
      'another hash',
      (each) => ({ ...each, hash: `sha256:${'0'.repeat(64)}` }),
      /^hash: unknown hash for these files/,
    ],
    [
      'another version',
      (each) => ({ ...each, version: '9.0.0' }),
      /^version: unknown version for these files "9\.0\.0"/,
    ],
    ['another id', (each) => ({ ...each, id: 'other' }), /^id: unknown id for these files "other"/],
    [
      'another text',
      (each) => ({
        ...each,
        files: {
          ...each.files,
          'clauses/en.md': each.files['clauses/en.md']?.replace('hotline {{', 'number {{'),
        },
      }),
      /^hash: unknown hash/,
    ],
    ['no calendar', (each) => ({ ...each, calendars: {} }), /unknown calendar "CN"/],
    [
      'a path that leads out',
      (each) => ({ ...each, files: { ...each.files, '../x.md': '' } }),
      /files\["\.\.\/x\.md"\]/,
    ],
    ['an id that leads out', (each) => ({ ...each, id: '../x' }), /^id: is "\.\.\/x"/],
    [
      'another format',
      (each) => ({ ...each, pacta: 'template/2' }),
      /^pacta: is "template\/2", allowed is template\/1/,
    ],
    ['an unknown member', (each) => ({ ...each, file: {} }), /unknown member "file", did you mean "files"/],
  ];
  it.each(tampered)('is refused with %s', (_, change, message) => {
    const result = readPacked(JSON.stringify(change(read(packed()))));
    const verified = 'faults' in result ? result : verifyPacked(result.value, {});
    expect('faults' in verified && verified.faults.map(formatFault)).toContainEqual(
      expect.stringMatching(message),
    );
  });

  it('is refused where it is no JSON or too long', () => {
    expect(readPacked('{')).toHaveProperty('faults');
    expect(readPacked(' '.repeat(10_000_001))).toHaveProperty('faults', [
      expect.objectContaining({ problem: 'has 10000001 characters' }),
    ]);
  });
});

describe('a new template', () => {
  it('of nothing is a whole contract', () => {
    const { value } = sound(skeletonTemplate('mine'));
    expect(value).toMatchObject({ id: 'mine', version: '0.1.0', rules: {}, targets: null });
  });

  it('from another one has an id of its own everywhere', () => {
    const source = {
      files: {
        ...reference.files,
        'acceptance/01.json': jsonText({ template: BASE, events: [] }),
        'acceptance/01.expected.json': jsonText({ status: 'active', template: BASE }),
      },
    };
    const copy = copiedTemplate(source, BASE, 'mine');
    const { value } = sound(copy);
    expect(value).toMatchObject({ id: 'mine', version: '0.1.0' });
    expect(Object.values(value.rules).map(({ id }) => id.startsWith('mine-'))).not.toContain(false);
    expect(JSON.parse(copy.files['acceptance/01.json'] ?? '')).toMatchObject({ template: 'mine' });
    expect(JSON.parse(copy.files['acceptance/01.expected.json'] ?? '')).toMatchObject({ template: BASE });
  });

  it('that is a variant inherits everything, from exactly this content', () => {
    const base = sound(reference);
    const { value, variant } = sound(emptyVariant(reference, base, 'acme'));
    expect(variant?.extends).toEqual({ template: BASE, version: base.value.version, hash: base.value.hash });
    expect(value.parameters).toEqual(base.value.parameters);
  });
});
