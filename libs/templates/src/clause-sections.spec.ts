import { clauseSections, withClauseSection } from './clause-sections.js';
import { parseClauseText } from './clause-text.js';
import { loadPackage } from './load.js';

const FILE = [
  '# Contract',
  '',
  '<!--',
  '## 9.9 is no clause: it stands in a comment',
  '-->',
  '',
  '## Parties The parties',
  '',
  'Name: {{client.fullName}}',
  '',
  '## 2.1 Desk {when desk = yes}',
  '',
  '(1) One. <!-- why -->',
  '',
  '(2) Two.',
  '',
  '',
  '## 2.2',
].join('\n');

describe('the clauses of a file as they stand', () => {
  it('are found by their headings, also where one is not finished', () => {
    expect(clauseSections(FILE)).toEqual([
      { number: 'Parties', heading: 'Parties The parties', text: 'Name: {{client.fullName}}' },
      {
        number: '2.1',
        heading: '2.1 Desk {when desk = yes}',
        text: '(1) One. <!-- why -->\n\n(2) Two.',
      },
      { number: '2.2', heading: '2.2', text: '' },
    ]);
    expect(clauseSections('')).toEqual([]);
  });

  it('are the clauses that the parser reads', async () => {
    const { files } = await loadPackage('it-support-2025');
    for (const path of ['clauses/zh-CN.md', 'clauses/en.md']) {
      const parsed = parseClauseText(files[path] ?? '', path);
      if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
      const [sections, { clauses }] = [clauseSections(files[path] ?? ''), parsed.text];
      expect(clauses.length).toBeGreaterThan(10);
      expect(sections.map(({ number, text }) => [number, text])).toEqual(
        clauses.map(({ number, text }) => [number, text]),
      );
    }
  });
});

describe('a clause written anew', () => {
  it('leaves everything else as it is, byte by byte', () => {
    const after = withClauseSection(FILE, '2.1', { text: '(1) Other.\n\n(2) {{name}}.' });
    expect(after).toBe(FILE.replace('(1) One. <!-- why -->\n\n(2) Two.', '(1) Other.\n\n(2) {{name}}.'));
    expect(withClauseSection(FILE, '2.1', { heading: '2.1 Help desk' })).toBe(
      FILE.replace('2.1 Desk {when desk = yes}', '2.1 Help desk'),
    );
    expect(withClauseSection(FILE, '2.1', {})).toBe(FILE);
    expect(withClauseSection(FILE, '7.7', { text: 'x' })).toBe(FILE);
  });

  it('may be one that has no text yet, or loses it and gets it again', () => {
    expect(withClauseSection(FILE, '2.2', { text: 'New.' })).toBe(`${FILE}\nNew.`);
    const empty = withClauseSection(FILE, 'Parties', { text: '' });
    expect(clauseSections(empty)[0]).toMatchObject({ number: 'Parties', text: '' });
    expect(clauseSections(withClauseSection(empty, 'Parties', { text: 'Again' }))[0]).toMatchObject({
      text: 'Again',
    });
  });

  it('keeps the line ends that the file has', () => {
    const dos = '# T\r\n\r\n## 1.1 One\r\n\r\nText.\r\n\r\n## 1.2 Two\r\n\r\nMore.\r\n';
    expect(withClauseSection(dos, '1.1', { heading: '1.1 Uno', text: 'Other.' })).toBe(
      dos.replace('1.1 One', '1.1 Uno').replace('Text.', 'Other.'),
    );
  });
});
