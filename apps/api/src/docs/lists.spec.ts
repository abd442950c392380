import { readFileSync } from 'node:fs';
import {
  documentedLists,
  type ListDocument,
  WHOLE_LISTS,
} from '../../../../test/support/documented-lists.js';

const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as ListDocument;
const lists = documentedLists(document);
const paged = lists.filter(({ path }) => !(path in WHOLE_LISTS));

it('every list is there, and those that are given whole', () => {
  expect(paged.length).toBeGreaterThan(30);
  const whole = lists.filter(({ path }) => path in WHOLE_LISTS).map(({ path }) => path);
  expect(whole.toSorted()).toEqual(Object.keys(WHOLE_LISTS).toSorted());
});

it.each(paged.map((list) => [list.path, list] as const))('%s has pages', (_path, { members, parameters }) => {
  expect(members).toContain('next');
  const { limit, cursor } = parameters;
  expect(limit).toMatchObject({ minimum: 1, maximum: 200, default: 50 });
  expect(cursor).toMatchObject({ type: 'string' });
});

it('all but those whose order is fixed have the same two orders', () => {
  const orders = paged.flatMap(({ parameters: { order } }) => (order ? [order.enum] : []));
  expect([...new Set(orders.map(String))]).toEqual(['asc,desc']);
  expect(paged.filter(({ parameters }) => !parameters['order']).map(({ path }) => path)).toEqual([
    '/contracts/{contract}/histories/timeline',
    '/desk/queue',
    '/desk/termination-rights',
    '/events',
  ]);
});

it('the guide has a row for each list, with its order, sorts and filters', () => {
  const guide = readFileSync('docs/guides/api.md', 'utf8');
  const rows = [...guide.matchAll(/^\| `(\/[^`]*)` +\| (asc|desc|by-sort|fixed) +\| (.*?) *\|$/gm)];
  expect(rows.map(([, ...cells]) => cells)).toEqual(
    paged.map(({ path, parameters }) => {
      const { limit: _limit, cursor: _cursor, order, sort, ...filters } = parameters;
      const usual = order ? (order.default ?? 'by-sort') : 'fixed';
      const sorts = sort?.enum ? [`sort=${sort.enum.join('\\|')}`] : [];
      const named = [...sorts, ...Object.keys(filters)].map((name) => `\`${name}\``);
      return [path, usual, named.join(', ') || '–'];
    }),
  );
});
