import { type ApiContract, breaksBetween } from './breaks.js';

interface Parts {
  readonly roles?: readonly string[];
  readonly parameters?: readonly object[];
  readonly body?: object | null;
  readonly answer?: object;
  readonly status?: string;
  readonly schemas?: Readonly<Record<string, object>>;
}

const thing = { type: 'object', required: ['id'], properties: { id: { type: 'string' } } };
const limit = { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 200 } };

/** An API with one operation. */
function api(parts: Parts = {}): ApiContract {
  const {
    roles = ['desk', 'auditor'],
    parameters = [limit],
    body = thing,
    answer = thing,
    status = '200',
  } = parts;
  const json = (schema: object) => ({ content: { 'application/json': { schema } } });
  const operation = {
    'x-roles': roles,
    parameters,
    ...(body && { requestBody: { required: true, ...json(body) } }),
    responses: { [status]: json(answer), 404: json({ type: 'string' }) },
  };
  return { paths: { '/things': { post: operation } }, components: { schemas: parts.schemas ?? {} } };
}

const member = (name: string, schema: object, required = true) => ({
  type: 'object',
  required: required ? ['id', name] : ['id'],
  properties: { id: { type: 'string' }, [name]: schema },
});
const some = (...values: string[]) => ({ type: 'string', enum: values });

it.each<[string, Parts, Parts]>([
  ['nothing changed', {}, {}],
  ['a new optional member is taken', {}, { body: member('note', { type: 'string' }, false) }],
  ['a new member is given', {}, { answer: member('note', { type: 'string' }) }],
  ['one more value is taken', { body: member('k', some('a')) }, { body: member('k', some('a', 'b')) }],
  [
    'one more type is taken',
    { body: member('k', { type: 'string' }) },
    { body: member('k', { type: ['string', 'null'] }) },
  ],
  ['a limit is widened', {}, { parameters: [{ ...limit, schema: { type: 'integer', maximum: 500 } }] }],
  ['a new optional parameter', {}, { parameters: [limit, { name: 'sort', in: 'query', schema: {} }] }],
  ['one more role', {}, { roles: ['desk', 'auditor', 'billing'] }],
])('takes as an addition: %s', (_name, before, after) => {
  expect(breaksBetween(api(before), api(after))).toEqual([]);
});

it.each<[string, Parts, Parts]>([
  ['auditor may no longer call it', {}, { roles: ['desk'] }],
  ['query limit is not taken any more', {}, { parameters: [] }],
  [
    'query sort is needed now',
    {},
    { parameters: [limit, { name: 'sort', in: 'query', required: true, schema: {} }] },
  ],
  [
    'query limit has a narrower maximum',
    {},
    { parameters: [{ ...limit, schema: { type: 'integer', maximum: 100 } }] },
  ],
  ['needs a body now', { body: null }, {}],
  ['the body.note is needed now', {}, { body: member('note', { type: 'string' }) }],
  ['the body.note is not taken any more', { body: member('note', {}, false) }, {}],
  [
    'the body.k does not take b any more',
    { body: member('k', some('a', 'b')) },
    { body: member('k', some('a')) },
  ],
  [
    'the body.k takes only some values now',
    { body: member('k', { type: 'string' }) },
    { body: member('k', some('a')) },
  ],
  [
    'the body.k was string or null, is string',
    { body: member('k', { type: ['string', 'null'] }) },
    { body: member('k', { type: 'string' }) },
  ],
  ['answer 200.note is gone', { answer: member('note', {}) }, {}],
  [
    'answer 200.note is not always there any more',
    { answer: member('note', {}) },
    { answer: member('note', {}, false) },
  ],
  [
    'answer 200.id was string, is integer',
    {},
    { answer: { ...thing, properties: { id: { type: 'integer' } } } },
  ],
  [
    'answer 200[].id is gone',
    { answer: { type: 'array', items: thing } },
    { answer: { type: 'array', items: { type: 'object' } } },
  ],
  ['never answers 200 any more', {}, { status: '201' }],
])('says that %s', (words, before, after) => {
  expect(breaksBetween(api(before), api(after))).toEqual([`POST /things: ${words}`]);
});

it('looks into named schemas, also such as hold themselves', () => {
  const node = (type: string) => ({
    Node: { type: 'object', properties: { value: { type }, next: { $ref: '#/components/schemas/Node' } } },
  });
  const answer = { $ref: '#/components/schemas/Node' };
  const breaks = breaksBetween(
    api({ answer, schemas: node('string') }),
    api({ answer, schemas: node('integer') }),
  );
  expect(breaks).toEqual(['POST /things: answer 200.value was string, is integer']);
});

it('says that a route is gone', () => {
  expect(breaksBetween(api(), { paths: {} })).toEqual(['POST /things is gone']);
});

it('looks a parameter up that many routes refer to', () => {
  const limits = api();
  const refers = {
    ...api({ parameters: [{ $ref: '#/components/parameters/Limit' }] }),
    components: { parameters: { Limit: limit } },
  };
  expect(breaksBetween(limits, refers)).toEqual([]);
  expect(breaksBetween(refers, limits)).toEqual([]);
  expect(breaksBetween(refers, api({ parameters: [] }))).toEqual([
    'POST /things: query limit is not taken any more',
  ]);
});
