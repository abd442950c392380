import { z } from 'zod';
import { Problem } from './problem.js';
import { checkFurther, unsayableText, ValidationPipe } from './validation.js';

const pipe = new ValidationPipe();

async function faultsOf(schema: z.ZodType, value: unknown, type: 'body' | 'query' | 'param' = 'body') {
  const thrown: unknown = await pipe.transform(value, { type, schema }).catch((error: unknown) => error);
  if (!(thrown instanceof Problem)) throw new Error(`no problem: ${JSON.stringify(thrown)}`);
  return { code: thrown.code, paths: thrown.errors.map(({ path }) => path), errors: thrown.errors };
}

it("gives the schema's value, its defaults included", async () => {
  const schema = z.strictObject({ limit: z.coerce.number().default(50) });
  expect(await pipe.transform(undefined, { type: 'body', schema })).toEqual({ limit: 50 });
  expect(await pipe.transform({ limit: '7' }, { type: 'query', schema })).toEqual({ limit: 7 });
});

it('says all faults at once, those of further checks included', async () => {
  const schema = z.strictObject({ a: z.string(), b: z.number() });
  checkFurther(schema, async () => [{ path: 'c', problem: 'is odd', allowed: 'allowed is even' }]);
  expect((await faultsOf(schema, {})).paths).toEqual(['a', 'b', 'c']);
  expect((await faultsOf(schema, { a: '', b: 1 })).paths).toEqual(['c']);
});

it('an address that cannot be ours is not found', async () => {
  expect((await faultsOf(z.strictObject({ id: z.string().max(3) }), { id: 'long' }, 'param')).code).toBe(
    'notFound',
  );
});

const union = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one') }),
  z.strictObject({ kind: z.literal('two'), more: z.string() }),
]);

it.each([
  [{}, 'is missing'],
  [{ kind: 1 }, 'is 1'],
  [{ kind: 'onne' }, 'unknown kind "onne", did you mean "one"?'],
])('of a union, the kind is looked at first: %j', async (value, problem) => {
  expect((await faultsOf(union, value)).errors).toEqual([
    { path: 'kind', problem, allowed: 'allowed are one, two' },
  ]);
});

it("of a union's kind, its own faults are said", async () => {
  expect((await faultsOf(union, { kind: 'two' })).paths).toEqual(['more']);
});

describe('text that cannot be kept', () => {
  it.each([
    [{ a: [{ b: 'x\0' }] }, 'a[0].b'],
    [{ a: '\ud800' }, 'a'],
    [{ 'a\0': 1 }, ''],
    [JSON.parse('{"__proto__": 1}') as unknown, ''],
  ])('%j', (document, path) => {
    expect(unsayableText(document)?.path).toBe(path);
  });

  it('is looked for without a limit of depth, which has a limit of its own', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(unsayableText(deep)?.problem).toBe('is nested too deeply');
  });

  it('is not what people write', () => {
    expect(unsayableText({ name: '喆堃龑𠮷 👩‍💻\n', list: [1, null, true] })).toBeNull();
  });
});
