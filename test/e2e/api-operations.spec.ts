import { instant } from '#domain/time/instant';
import { addOperation } from '#persistence/queries/operations';
import { type ContractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import { newContract } from '../support/api-contracts.js';
import { keyElsewhere, TestStack } from '../support/stack.js';
import { type OperationSeen, over, type ResultSeen, resultsOf, upload } from '../support/uploads.js';

interface Refused {
  readonly code: string;
  readonly detail: string;
}

let stack: TestStack;

beforeAll(async () => {
  stack = await TestStack.start();
});

afterAll(() => stack.stop());

const sql = async <Row extends object>(text: string) => [
  ...(await stack.database.orm.em.fork().execute<Row[]>(text)),
];
const contractIds = async () => (await sql<{ id: string }>('select id from contract')).map(({ id }) => id);
const documents = () => sql('select number from operation_line where document is not null');
const good = (index: number) => newContract({}, { reference: `order-${index}` });
const many = (length: number) => Array.from({ length }, (_, index) => good(index));

/** What is wrong with a line, by the number of the line. */
const BAD: Readonly<
  Record<number, { readonly line: object | string; readonly code: string; readonly path?: string }>
> = {
  10: { line: '{"template": "it-support-2025",', code: 'malformedJson' },
  50: { line: '["a list"]', code: 'invalidRequest' },
  90: { line: newContract({ monthlyFee: 'much' }), code: 'invalidRequest', path: 'parameters.monthlyFee' },
  120: { line: newContract({}, { template: 'none' }), code: 'invalidRequest', path: 'template' },
  150: { line: newContract({}, { reference: 'two\nlines' }), code: 'invalidRequest', path: 'reference' },
  180: { line: newContract({}, { at: '2999-01-01T00:00:00Z' }), code: 'atInFuture' },
  200: { line: newContract({}, { id: 'C-TWICE' }), code: 'duplicateContract', path: 'id' },
};

it('starts 200 contracts but for the lines with faults, each of which says what is wrong with it', async () => {
  const lines = many(200).map((line, index) => {
    if (index === 0) return newContract({}, { id: 'C-TWICE' });
    return BAD[index + 1]?.line ?? line;
  });
  const faults = Object.entries(BAD);
  const asked = await upload(stack, lines, { key: 'two hundred' });
  expect(asked).toMatchObject({ status: 202, body: { status: 'queued', total: 200, failed: 1, percent: 0 } });
  const { id } = asked.body;
  expect(asked.headers.get('location')).toBe(`/api/v1/operations/${id}`);
  expect(asked.headers.get('retry-after')).not.toBeNull();
  const done = await over(stack, id, 120);
  expect(done).toMatchObject({
    status: 'completed',
    succeeded: 200 - faults.length,
    failed: faults.length,
    skipped: 0,
    percent: 100,
    createdBy: 'test-integration',
  });

  const results = await resultsOf(stack, id);
  expect(results.map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  const told = results.map(({ number, status, address, problem }) => ({
    number,
    status,
    address,
    code: problem?.code,
  }));
  expect(told).toEqual(
    results.map(({ number, contract }) => ({
      number,
      status: BAD[number] ? 'failed' : 'succeeded',
      address: BAD[number] ? null : `/api/v1/contracts/${contract}`,
      code: BAD[number]?.code,
    })),
  );
  const unnamed = new Set([1, ...faults.map(([number]) => Number(number))]);
  for (const { number, reference } of results.filter((each) => !unnamed.has(each.number)))
    expect(reference).toBe(`order-${number - 1}`);
  for (const [number, { path }] of faults.filter(([, bad]) => bad.path !== undefined))
    expect(results[Number(number) - 1]?.problem?.errors?.map((error) => error.path)).toContain(path);
  const started = results.flatMap(({ contract }) => contract ?? []);
  expect((await contractIds()).sort()).toEqual(started.sort());
  expect(await stack.get(results[1]?.address ?? '')).toMatchObject({
    status: 200,
    body: { status: 'draft' },
  });
  expect(await documents()).toEqual([]);
  expect((await resultsOf(stack, id, '&status=failed')).map(({ number }) => String(number))).toEqual(
    faults.map(([number]) => number),
  );

  // The same upload again is the same operation, and starts nothing.
  const again = await upload(stack, lines, { key: 'two hundred' });
  expect(again).toMatchObject({ status: 202, body: { id } });
  const other = await upload<Refused>(stack, [good(1)], { key: 'two hundred' });
  expect(other).toMatchObject({ status: 409, body: { code: 'idempotencyKeyReused' } });
  const sent = await upload<Refused>(stack, lines, { key: 'two hundred', goal: 'send' });
  expect(sent.status).toBe(409);
  expect(await contractIds()).toHaveLength(started.length);
}, 180_000);

it('gives a line the words that the call alone gets', async () => {
  const faulty = newContract({ monthlyFee: 'much' }, { clientId: '' });
  const alone = await stack.post<object>('/api/v1/contracts', faulty, { role: 'integration' });
  const { body } = await upload(stack, [faulty]);
  await over(stack, body.id);
  const [result] = await resultsOf(stack, body.id);
  expect(result?.problem).toEqual(alone.body);
});

it('sends drafts for signing where it is asked to, and keeps the draft of one that cannot be sent', async () => {
  // It can be drafted, and not be printed.
  const { parties } = newContract();
  const unprintable = { ...parties, client: { ...parties.client, contactPerson: 'Wang \u{1f600}' } };
  const lines = [good(1), newContract({}, { parties: unprintable }), good(3)];
  const { id } = (await upload(stack, lines, { goal: 'send' })).body;
  expect(await over(stack, id)).toMatchObject({ succeeded: 2, failed: 1 });
  const results = await resultsOf(stack, id);
  expect(results.map(({ problem }) => problem?.code)).toEqual([undefined, 'invalidRequest', undefined]);
  const statuses: string[] = [];
  for (const { address } of results)
    statuses.push((await stack.get<ContractDetail>(address ?? '')).body.status);
  expect(statuses).toEqual(['signing', 'draft', 'signing']);
  // As the call alone would have it.
  expect(await stack.post(`${results[1]?.address}/send`, {})).toMatchObject({
    status: 422,
    body: results[1]?.problem,
  });
}, 60_000);

it('gives the results as lines to who asks for lines', async () => {
  const { body } = await upload(stack, ['{', good(2)]);
  await over(stack, body.id);
  const { headers, body: text } = await stack.call<string>(
    'GET',
    `/api/v1/operations/${body.id}/results?limit=1`,
    {
      role: 'auditor',
      headers: { accept: 'application/x-ndjson' },
    },
  );
  expect(headers.get('content-type')).toContain('application/x-ndjson');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ResultSeen);
  expect(lines).toEqual(await resultsOf(stack, body.id));
});

describe('what is refused whole, and stores nothing', () => {
  const operations = () => sql('select id from operation');
  const send = (text: string, type = 'application/x-ndjson') =>
    stack.call<Refused>('POST', '/api/v1/operations/contract-starts', {
      role: 'integration',
      text,
      key: 'refused',
      headers: { 'content-type': type },
    });

  it.each([
    ['an upload without bytes', '', 422, 'invalidRequest'],
    ['blank lines', '\n\n', 422, 'invalidRequest'],
    ['too many lines', '{}\n'.repeat(5_001), 413, 'bodyTooLarge'],
    ['a line that is too long', `{}\n"${'x'.repeat(65_536)}"`, 413, 'bodyTooLarge'],
    ['too many bytes', `${'x'.repeat(65_000)}\n`.repeat(130), 413, 'bodyTooLarge'],
  ])('%s', async (_name, text, status, code) => {
    const before = await operations();
    expect(await send(text)).toMatchObject({ status, body: { code } });
    expect(await operations()).toEqual(before);
    expect(await sql(`select key from idempotency_key where key = 'refused'`)).toEqual([]);
  });

  it('another content type, here and for lines elsewhere', async () => {
    expect(await send('{}', 'application/json')).toMatchObject({
      status: 415,
      body: { code: 'wrongContentType' },
    });
    const headers = { 'content-type': 'application/x-ndjson' };
    const elsewhere = await stack.call<Refused>('POST', '/api/v1/contracts', { text: '{}', headers });
    expect(elsewhere).toMatchObject({ status: 415, body: { code: 'wrongContentType' } });
  });
});

describe('whose operations are there', () => {
  const list = async (as?: string) => {
    const headers = as === undefined ? {} : { authorization: `Bearer ${as}` };
    const address = '/api/v1/operations?limit=200&status=completed&kind=contractStarts';
    const role = as === undefined ? ('auditor' as const) : null;
    return (await stack.call<{ items: OperationSeen[] }>('GET', address, { role, headers })).body.items;
  };
  const elsewhere = keyElsewhere('integration');

  it('those of a caller who is limited to clients, and for others all', async () => {
    const lines = [good(1), newContract({}, { clientId: 'elsewhere' })];
    const { body } = await upload(stack, lines, { as: elsewhere });
    await over(stack, body.id);
    expect((await resultsOf(stack, body.id)).map(({ problem }) => problem?.code)).toEqual([
      'forbidden',
      undefined,
    ]);
    expect((await list(elsewhere)).map(({ id }) => id)).toEqual([body.id]);
    const all = await list();
    expect(all.length).toBeGreaterThan(1);
    expect(all.map(({ id }) => id)).toContain(body.id);
    const others = all.find(({ id }) => id !== body.id);
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/results'],
      ['POST', '/cancel'],
    ] as const) {
      const address = `/api/v1/operations/${others?.id}${path}`;
      const headers = { authorization: `Bearer ${elsewhere}` };
      const answer = await stack.call(method, address, { role: null, headers });
      expect(answer).toMatchObject({ status: 404, body: { code: 'unknownOperation' } });
    }
  });
});

it('cancels: what is done stays done, what was begun is finished, the rest is skipped', async () => {
  const before = (await contractIds()).length;
  const { body } = await upload(stack, many(100));
  const address = `/api/v1/operations/${body.id}/cancel`;
  const cancelled = await stack.post<OperationSeen>(address, {}, { role: 'integration', key: 'enough' });
  expect(cancelled).toMatchObject({
    status: 200,
    body: { cancelledBy: 'test-integration', cancelledBecause: 'asked' },
  });
  const { succeeded, skipped, failed } = await over(stack, body.id);
  expect(skipped).toBeGreaterThan(0);
  expect([succeeded + skipped, failed]).toEqual([100, 0]);
  expect((await contractIds()).length).toBe(before + succeeded);
  expect(await documents()).toEqual([]);
  expect((await stack.post(address, {}, { role: 'integration', key: 'enough' })).body).toEqual(
    cancelled.body,
  );
  expect(await stack.post(address, {}, { role: 'desk' })).toMatchObject({ status: 403 });

  const done = await upload(stack, [good(1)]);
  await over(stack, done.body.id);
  expect(await stack.post(`/api/v1/operations/${done.body.id}/cancel`, {})).toMatchObject({
    status: 409,
    body: { code: 'wrongState' },
  });
});

it('begins nothing more for a key that was revoked', async () => {
  const made = await stack.post<{ id: string; secret: string }>('/api/v1/keys', {
    name: 'short',
    role: 'integration',
  });
  const { body } = await upload(stack, many(100), { as: made.body.secret });
  expect((await stack.post(`/api/v1/keys/${made.body.id}/revocation`, {})).status).toBe(200);
  const done = await over(stack, body.id);
  expect(done).toMatchObject({
    status: 'cancelled',
    failed: 0,
    cancelledBy: 'system',
    cancelledBecause: 'callerEnded',
  });
  expect(done.skipped).toBeGreaterThan(0);
  expect(await documents()).toEqual([]);
});

it('cancels what is left of a caller who is not there any more, be it the last line', async () => {
  const id = 'O-00000000000000ff';
  const caller = { name: 'gone', role: 'integration', clients: null };
  const lines = [{ number: 1, reference: null, content: { document: JSON.stringify(newContract()) } }];
  const wanted = { id, kind: 'contractStarts' as const, goal: 'draft' as const, caller, lines };
  await addOperation(stack.database.orm.em.fork(), wanted, instant('2026-01-01T00:00:00Z'));
  expect(await over(stack, id)).toMatchObject({
    status: 'cancelled',
    skipped: 1,
    cancelledBecause: 'callerEnded',
  });
});
