import { AnswerCheck } from './documented.js';

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const check = new AnswerCheck({
  paths: {
    '/things': {
      get: {
        responses: {
          200: json({ $ref: 'api#/components/schemas/Thing' }),
          204: {},
          404: { $ref: '#/components/responses/404.gone' },
        },
      },
    },
    '/things/{thing}': { get: { responses: { 200: json({ type: 'string' }) } } },
    '/things/best': { get: { responses: { 200: json({ type: 'integer' }) } } },
  },
  components: {
    responses: { '404.gone': json({ type: 'object' }) },
    schemas: {
      Thing: { type: 'object', required: ['id'], additionalProperties: false, properties: { id: {} } },
    },
  },
} as never);

const of = (method: string, path: string, status: number, body?: unknown, mediaType = 'application/json') =>
  check.faultOf(method, path, { status, mediaType, body });

it('is content with what is documented', () => {
  expect(of('GET', '/things?limit=1', 200, { id: 1 })).toBeNull();
  expect(of('HEAD', '/things', 204)).toBeNull();
  expect(of('GET', '/things/7', 200, 'x')).toBeNull();
  expect(of('GET', '/things/best', 200, 7)).toBeNull();
  expect(of('GET', '/things', 404, {})).toBeNull();
  expect(of('GET', '/elsewhere', 418)).toBeNull();
});

it.each([
  ['a status', 201, { id: 1 }, 'application/json', 'not documented'],
  ['a media type', 200, 'x', 'text/plain', 'documented is application/json'],
  ['a member too many', 200, { id: 1, extra: 2 }, 'application/json', 'additional properties'],
  ['a member too few', 200, {}, 'application/json', "required property 'id'"],
  ['a shared answer of another kind', 404, 'x', 'application/json', 'must be object'],
])('names %s that is not', (_name, status, body, mediaType, words) => {
  expect(of('GET', '/things', status, body, mediaType)).toContain(words);
});
