import { Webhook } from 'standardwebhooks';
import { webhookSettings } from '#webhooks/settings';
import { DeliveryOffice } from '../../apps/worker/src/webhooks/delivery-office.js';
import { activeContract, newContract } from '../support/api-contracts.js';
import { eventually, keyElsewhere, TestStack } from '../support/stack.js';
import { QUICK_RULES } from '../support/webhook-house.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

interface Endpoint {
  readonly id: string;
  readonly secret: string;
  readonly status: string;
  readonly disabledBecause: string | null;
}
interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly status: string;
  readonly attempts: number;
}
interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}
interface Feed extends Page<{ id: string; type: string; subject: string; data: { sequence: number } }> {
  readonly next: string;
  readonly more: boolean;
}

/** Over HTTP, with the worker's delivery office and a receiver in a process of its own. */
let stack: TestStack;
let office: DeliveryOffice;
let receiver: WebhookReceiver;
const troubles: unknown[] = [];

beforeAll(async () => {
  [stack, receiver] = await Promise.all([TestStack.start(), WebhookReceiver.start('good')]);
  const { orm, url: databaseUrl } = stack.database;
  const settings = webhookSettings(process.env);
  const rules = { ...QUICK_RULES, retrySeconds: [0, 1] };
  office = await DeliveryOffice.open({ orm, databaseUrl }, settings, rules, (error) => troubles.push(error));
});

afterAll(async () => {
  await office.close();
  await Promise.all([stack.stop(), receiver.stop()]);
  expect(troubles).toEqual([]);
});

const elsewhere = <Body>(method: string, path: string, body?: object) =>
  stack.call<Body>(method, path, {
    role: null,
    headers: { authorization: `Bearer ${keyElsewhere('integration')}` },
    ...(body && { text: JSON.stringify(body) }),
  });

const deliveries = async (id: string, status: string) =>
  (await stack.get<Page<Delivery>>(`/api/v1/webhooks/${id}/deliveries?status=${status}`)).body.items;

async function made(body: object = {}): Promise<Endpoint> {
  const wish = { url: receiver.url, description: 'ERP', ...body };
  const { status, body: endpoint } = await stack.post<Endpoint>('/api/v1/webhooks', wish, {
    role: 'integration',
  });
  expect(status).toBe(201);
  return endpoint;
}

it('sends what happens to a contract, and keeps each delivery with its attempts', async () => {
  const { id, secret } = await made({ clients: ['acme'] });
  const contract = await activeContract(stack);
  const activated = ({ body }: { readonly body: string }) => body.includes('pacta.contract.activated.v1');
  const calls = await eventually(
    () => receiver.calls(),
    (each) => each.some(activated),
  );
  const [first] = await eventually(
    () => deliveries(id, 'delivered'),
    (items) => items.length >= calls.length,
  );
  const told = calls.map(
    ({ body, headers }) => new Webhook(secret).verify(body, headers) as Feed['items'][0],
  );
  expect(new Set(told.map(({ subject }) => subject))).toEqual(new Set([contract]));
  const { body: one } = await stack.get(`/api/v1/webhooks/${id}/deliveries/${first?.id}`, 'auditor');
  expect(one).toMatchObject({ status: 'delivered', attempts: 1, history: [{ number: 1, httpStatus: 204 }] });

  const feed = await stack.get<Feed>(`/api/v1/events?contract=${contract}`);
  for (const event of told) expect(feed.body.items).toContainEqual(event);
});

it('tests, fails, replays and disables', async () => {
  const { id, secret } = await made({ types: ['pacta.settlement.paidOut.v1'] });
  await receiver.restart('500');
  const address = `/api/v1/webhooks/${id}`;
  const test = await stack.post<Delivery>(`${address}/test`, {});
  expect(test).toMatchObject({ status: 201, body: { status: 'pending', attempts: 0 } });
  expect(await stack.post(`${address}/deliveries/${test.body.id}/replay`, {})).toMatchObject({
    status: 409,
    body: { code: 'wrongState' },
  });
  const [dead] = await eventually(
    () => deliveries(id, 'dead'),
    (items) => items.length === 1,
  );
  expect(dead).toMatchObject({ id: test.body.id, attempts: 2 });

  await receiver.restart('good');
  expect((await stack.post(`${address}/deliveries/${dead?.id}/replay`, {})).status).toBe(200);
  await eventually(
    () => deliveries(id, 'delivered'),
    (items) => items.length === 1,
  );
  expect((await stack.post(`${address}/replay`, {})).body).toEqual({ replayed: 0 });

  const rotated = await stack.post<Endpoint>(`${address}/rotation`, { overlapMinutes: 5 });
  expect(rotated.body.secret).not.toBe(secret);
  const before = (await receiver.calls()).length;
  await stack.post(`${address}/test`, {});
  await eventually(
    () => receiver.calls(),
    (calls) => calls.length > before,
  );
  const last = (await receiver.calls()).at(-1);
  for (const each of [secret, rotated.body.secret])
    expect(last && new Webhook(each).verify(last.body, last.headers)).toMatchObject({ subject: id });

  const disabled = await stack.call<Endpoint>('DELETE', address, { text: '{}' });
  expect(disabled.body).toMatchObject({
    status: 'disabled',
    disabledBecause: 'it was disabled over the API',
  });
  expect(await stack.post(`${address}/test`, {})).toMatchObject({
    status: 409,
    body: { code: 'wrongState' },
  });
  const put = await stack.call<Endpoint>('PUT', address, { text: JSON.stringify({ url: receiver.url }) });
  expect(put.body).toMatchObject({ status: 'enabled', disabledBecause: null, types: null, clients: null });
});

it.each([
  [{ url: 'https://10.0.0.1/' }, 'url'],
  [{ url: 'http://8.8.8.8/' }, 'url'],
  [{ url: 'https://a:b@example.com/' }, 'url'],
  [{ url: 'https://example.com/', types: ['pacta.nothing.v1'] }, 'types'],
  [{ url: 'https://example.com/', clients: [] }, 'clients'],
  [{}, 'url'],
])('refuses %j', async (body, member) => {
  const refused = await stack.post<{ errors: { path: string }[] }>('/api/v1/webhooks', body);
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0]?.path).toContain(member);
});

it('keeps clients apart: endpoints, deliveries and events of others are not there', async () => {
  const ofAll = await made();
  const address = `/api/v1/webhooks/${ofAll.id}`;
  for (const [method, path] of [
    ['GET', address],
    ['PUT', address],
    ['DELETE', address],
    ['POST', `${address}/rotation`],
    ['POST', `${address}/test`],
    ['POST', `${address}/replay`],
    ['GET', `${address}/deliveries`],
    ['GET', `${address}/deliveries/D-${'0'.repeat(32)}`],
    ['POST', `${address}/deliveries/D-${'0'.repeat(32)}/replay`],
  ] as const) {
    const body = method === 'PUT' ? { url: receiver.url } : {};
    const answer = await elsewhere(method, path, ...(method === 'GET' ? [] : [body]));
    expect([path, answer]).toMatchObject([path, { status: 404, body: { code: 'unknownWebhook' } }]);
  }
  expect((await elsewhere<Page<Endpoint>>('GET', '/api/v1/webhooks')).body.items).toEqual([]);
  expect((await elsewhere<Feed>('GET', '/api/v1/events')).body).toMatchObject({ items: [], more: false });
  expect(await elsewhere('POST', '/api/v1/webhooks', { url: receiver.url, clients: ['acme'] })).toMatchObject(
    { status: 403, body: { code: 'forbidden' } },
  );
  const own = await elsewhere<Endpoint>('POST', '/api/v1/webhooks', { url: receiver.url });
  expect(own.body).toMatchObject({ clients: ['elsewhere'] });
  expect((await stack.get<Page<Endpoint>>('/api/v1/webhooks?limit=200')).body.items.length).toBeGreaterThan(
    1,
  );
});

it('has a feed to come back to: its cursor stays good, and what follows is behind it', async () => {
  const all = async (cursor: string | null, query = ''): Promise<{ ids: string[]; next: string }> => {
    const from = cursor === null ? '' : `&cursor=${cursor}`;
    const { body } = await stack.get<Feed>(`/api/v1/events?limit=3${from}${query}`);
    const ids = body.items.map(({ id }) => id);
    if (!body.more) return { ids, next: body.next };
    const rest = await all(body.next, query);
    return { ids: [...ids, ...rest.ids], next: rest.next };
  };
  const first = await eventually(
    () => all(null),
    ({ ids }) => ids.length >= 5,
  );
  expect(await all(first.next)).toEqual({ ids: [], next: first.next });
  const rehearsed = await stack.post<{ id: string }>(
    '/api/v1/contracts',
    newContract({}, { clock: 'manual' }),
  );
  const contract = await activeContract(stack);
  const then = await eventually(
    () => all(first.next),
    ({ ids }) => ids.length >= 5,
  );
  expect(new Set(then.ids.map((id) => id.split('/')[0]))).toEqual(new Set([contract]));
  expect(then.ids.join()).not.toContain(rehearsed.body.id);
  expect(await all(null)).toMatchObject({
    ids: expect.arrayContaining([...first.ids, ...then.ids]) as unknown,
  });
  const typed = await all(null, `&type=pacta.contract.drafted.v1&contract=${contract}`);
  expect(typed.ids).toEqual([`${contract}/1`]);
  const types = await stack.get<{ items: { type: string }[] }>('/api/v1/event-types');
  expect(types.body.items.map(({ type }) => type)).toContain('pacta.contract.drafted.v1');
});
