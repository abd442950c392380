import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from './problem.js';
import { pageOf, problemFolder, problemPage } from './problem-pages.js';
import { PROBLEMS } from './problem-table.js';

const codes = Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[];

it('there is a page for every problem, and a problem for every page', async () => {
  const pages = (await readdir(problemFolder())).map((file) => file.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual([...codes].sort());
});

it.each(codes)('the page of %s says its title, code and status', async (code) => {
  const { title, status } = PROBLEMS[code];
  const text = await readFile(join(problemFolder(), `${code}.md`), 'utf8');
  expect(text.startsWith(`# ${title}\n\n\`${code}\`, status ${status}.\n`)).toBe(true);
  expect(await problemPage(code)).toContain(`<h1>${title}</h1>`);
});

it('a refusal of the contract becomes a problem with its fault', () => {
  const problem = Problem.ofRefusal({
    kind: 'refused',
    code: 'wrongState',
    member: 'type',
    problem: 'is not possible',
    allowed: 'allowed: nothing',
  });
  expect(problem.document()).toEqual({
    type: '/problems/wrongState',
    title: 'Not possible in this state',
    status: 409,
    detail: 'type: is not possible, allowed: nothing',
    code: 'wrongState',
    errors: [{ path: 'type', problem: 'is not possible', allowed: 'allowed: nothing' }],
  });
});

it('a page escapes what it is given', () => {
  expect(pageOf('a<b', '# <i>\n\n- one `<x>`\n- [two](/problems/a)')).toContain(
    '<h1>&lt;i&gt;</h1>\n<ul><li>one <code>&lt;x&gt;</code></li><li><a href="/problems/a">two</a></li></ul>',
  );
});
