import { PROBLEMS } from '../../apps/api/src/http/problem-table.js';
import { problemWords } from '../../apps/console/src/words/problems.js';

it('the console has a Chinese title for every problem of the API, and for no other', () => {
  expect(Object.keys(problemWords).toSorted()).toEqual(Object.keys(PROBLEMS).toSorted());
});
