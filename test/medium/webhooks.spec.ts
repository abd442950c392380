import { Webhook } from 'standardwebhooks';
import { addSeconds } from '#domain/time/instant';
import { DeliveryQueue } from '#persistence/delivery-queue';
import {
  addTestDelivery,
  attemptsOf,
  findDelivery,
  listDeliveries,
  replayDead,
} from '#persistence/queries/webhook-deliveries';
import { changeEndpoint, findEndpoint, listEndpoints, rotateSecret } from '#persistence/queries/webhooks';
import { listEvents } from '#persistence/queries/events';
import { sealText } from '#secrets/seal';
import { newSecret } from '#webhooks/signature';
import { now } from '../../apps/worker/src/time.js';
import { DeliveryOffice, type OfficeRules } from '../../apps/worker/src/webhooks/delivery-office.js';
import { Dispatcher } from '../../apps/worker/src/webhooks/dispatcher.js';
import { termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';
import { eventually } from '../support/eventually.js';
import { QUICK_RULES, WEBHOOK_SETTINGS, WebhookHouse } from '../support/webhook-house.js';
import { type ReceivedCall, type ReceiverMode, WebhookReceiver } from '../support/webhook-receiver.js';

/** A real PostgreSQL with its job queue, and real receivers over HTTP, in processes of their own. */
let database: MigratedDatabase;
let house: WebhookHouse;
const receivers: WebhookReceiver[] = [];
const offices: DeliveryOffice[] = [];
const queues: DeliveryQueue[] = [];
const troubles: unknown[] = [];

beforeEach(async () => {
  database = await migratedDatabase();
  house = new WebhookHouse(database);
});

afterEach(async () => {
  await Promise.all([...offices.splice(0), ...queues.splice(0)].map((each) => each.close()));
  await Promise.all(receivers.splice(0).map((receiver) => receiver.stop()));
  await database.drop();
  expect(troubles.splice(0)).toEqual([]);
});

async function openOffice(rules: Partial<OfficeRules> = {}): Promise<DeliveryOffice> {
  const { orm, url: databaseUrl } = database;
  const office = await DeliveryOffice.open(
    { orm, databaseUrl },
    WEBHOOK_SETTINGS,
    { ...QUICK_RULES, ...rules },
    (error) => troubles.push(error),
  );
  offices.push(office);
  return office;
}

async function receiver(mode: ReceiverMode): Promise<WebhookReceiver> {
  const made = await WebhookReceiver.start(mode);
  receivers.push(made);
  return made;
}

async function contract(clock: 'real' | 'manual' = 'real'): Promise<string> {
  return (await Office.signed(database.orm, await termsOf(), clock)).contract;
}

const settled = (endpoint: string, status: 'delivered' | 'dead', wanted: number, seconds?: number) =>
  eventually(
    () => house.count(endpoint, status),
    (count) => count >= wanted,
    seconds,
  );

function verified(secret: string, { body, headers }: ReceivedCall): { id: string } {
  return new Webhook(secret).verify(body, headers) as { id: string };
}

it('a thousand events reach a receiver that fails, hangs, drops and restarts, each validly signed', async () => {
  const contracts = await Promise.all(Array.from({ length: 10 }, () => contract()));
  const flaky = await receiver('flaky');
  const { id, secret } = await house.endpoint(flaky.url, { types: ['payment.received'] });
  await openOffice();

  const writing = contracts.map(async (each) => {
    for (let step = 0; step < 10; step += 1) await house.pay(each, 10);
  });
  for (const wanted of [150, 400]) {
    await settled(id, 'delivered', wanted, 120);
    await flaky.kill();
    await flaky.start('flaky');
  }
  await Promise.all(writing);
  await settled(id, 'delivered', 1_000, 150);

  const calls = await flaky.calls();
  const ids = new Set(
    calls.filter(({ how }) => how.startsWith('take')).map((call) => verified(secret, call).id),
  );
  expect(ids.size).toBe(1_000);
  for (const call of calls) expect(call.headers['webhook-id']).toBe(verified(secret, call).id);
  expect(calls.length).toBeGreaterThan(1_000);
  expect(new Set(calls.map(({ how }) => how))).toEqual(
    new Set(['take', 'takeAndDrop', '500', '503', 'hang']),
  );
  expect(await house.count(id, 'dead')).toBe(0);
}, 300_000);

it('what is given up is dead with its attempts, and arrives when it is replayed', async () => {
  const bad = await receiver('500');
  const { id, secret } = await house.endpoint(bad.url, { types: ['payment.received'] });
  await openOffice({ retrySeconds: [0, 1, 1] });
  const paid = await contract();
  await house.pay(paid, 2);
  await settled(id, 'dead', 2);

  const em = database.orm.em.fork();
  const { rows } = await listDeliveries(em, id, 'dead', { limit: 10, after: null });
  const [first] = rows;
  const attempts = await attemptsOf(em, first?.id ?? '');
  expect(attempts.map(({ number, httpStatus, reason }) => [number, httpStatus, reason])).toEqual([
    [1, 500, 'the receiver answered 500'],
    [2, 500, 'the receiver answered 500'],
    [3, 500, 'the receiver answered 500'],
  ]);

  await bad.restart('good');
  expect(await replayDead(em, id, now(), first?.id)).toBe(1);
  await settled(id, 'delivered', 1);
  expect(await house.count(id, 'dead')).toBe(1);
  expect(await replayDead(em, id, now())).toBe(1);
  await settled(id, 'delivered', 2);
  const taken = (await bad.calls()).filter(({ how }) => how === 'take');
  expect(new Set(taken.map((call) => verified(secret, call).id)).size).toBe(2);
});

it('tells a CloudEvent without names, and of a rehearsal and of other clients nothing', async () => {
  const good = await receiver('good');
  const [real, rehearsed] = [await contract(), await contract('manual')];
  const [row] = await database.orm.em
    .fork()
    .execute<{ client_id: string }[]>('select client_id from contract where id = ?', [real]);
  const own = await house.endpoint(good.url, { clients: [row?.client_id ?? ''] });
  const others = await house.endpoint(good.url, { clients: ['somebody-else'] });
  await openOffice();
  await house.pay(rehearsed, 1);
  await house.pay(real, 1);
  await settled(own.id, 'delivered', 1);

  const [call] = await good.calls();
  expect(call?.headers['content-type']).toBe('application/cloudevents+json');
  expect(call?.body).not.toContain('Wang');
  const event = call && verified(own.secret, call);
  expect(event).toMatchObject({
    specversion: '1.0',
    source: 'https://pacta.example/api/v1/contracts',
    type: 'pacta.payment.received.v1',
    subject: real,
    data: { contract: real, client: row?.client_id, clause: '3.2', facts: { amount: '1.00' } },
  });
  expect(event?.id).toBe(`${real}/${(event as unknown as { data: { sequence: number } }).data.sequence}`);
  expect(await good.calls()).toHaveLength(1);
  expect(await house.count(others.id, 'delivered')).toBe(0);
});

it('signs with the old secret beside the new one, until its time is over', async () => {
  const good = await receiver('good');
  const old = await house.endpoint(good.url, { types: ['payment.received'] });
  const fresh = newSecret();
  const { keys } = WEBHOOK_SETTINGS;
  const rotate = (oldUntil: number) =>
    rotateSecret(database.orm.em.fork(), old.id, {
      sealed: keys ? sealText(keys, fresh) : '',
      oldUntil: addSeconds(now(), oldUntil),
      now: now(),
    });
  await rotate(3_600);
  await openOffice();
  const paid = await contract();
  await house.pay(paid, 1);
  await settled(old.id, 'delivered', 1);
  const [both] = await good.calls();
  expect(both?.headers['webhook-signature']?.split(' ')).toHaveLength(2);
  for (const secret of [old.secret, fresh]) expect(both && verified(secret, both).id).toContain(paid);

  await rotate(-1);
  await house.pay(paid, 1);
  await settled(old.id, 'delivered', 2);
  const last = (await good.calls()).at(-1);
  expect(last && verified(fresh, last).id).toContain(paid);
  expect(() => last && verified(old.secret, last)).toThrow('No matching signature');
});

it('is disabled by 410, follows no redirect, and then sends nothing more', async () => {
  const [gone, elsewhere] = [await receiver('410'), await receiver('redirect')];
  const [first, second] = [await house.endpoint(gone.url), await house.endpoint(elsewhere.url)];
  await openOffice({ retrySeconds: [0], perEndpoint: 1 });
  const paid = await contract();
  await house.pay(paid, 4);
  await settled(first.id, 'dead', 4);
  await settled(second.id, 'dead', 4);

  const em = database.orm.em.fork();
  expect(await findEndpoint(em, first.id, null)).toMatchObject({
    status: 'disabled',
    disabledBecause: 'its receiver has answered 410: it is gone',
  });
  expect(await gone.calls()).toHaveLength(1);
  expect(new Set((await elsewhere.calls()).map(({ url }) => url))).toEqual(new Set(['/hook']));
  await house.pay(paid, 1);
  await settled(second.id, 'dead', 5);
  expect(await gone.calls()).toHaveLength(1);
});

it('is held up by no endpoint that hangs', async () => {
  const [stuck, good] = [await receiver('hang'), await receiver('good')];
  const hanging = await house.endpoint(stuck.url, { types: ['payment.received'] });
  await openOffice({ atOnce: 4, perEndpoint: 2, attemptMilliseconds: 50_000, expireSeconds: 100 });
  const paid = await contract();
  await house.pay(paid, 20);
  await eventually(
    () => house.count(hanging.id, 'pending'),
    (count) => count === 20,
  );
  const other = await house.endpoint(good.url, { types: ['payment.received'] });
  await house.pay(paid, 20, addSeconds(now(), 1));
  await settled(other.id, 'delivered', 20);
  expect(await house.count(hanging.id, 'pending')).toBeGreaterThanOrEqual(20);
  // Whoever hangs is let go, or closing would wait for it.
  await stuck.kill();
});

it('sends again what a courier had that was killed', async () => {
  const good = await receiver('good');
  const { id } = await house.endpoint(good.url, { types: ['payment.received'] });
  const { orm, url } = database;
  const killed = await DeliveryQueue.open(url, QUICK_RULES, (error) => troubles.push(error));
  await house.pay(await contract(), 1);
  queues.push(killed);
  const dispatcher = new Dispatcher(orm, killed);
  await dispatcher.work();
  expect(await killed.take(1)).toHaveLength(1);
  await queues.pop()?.close();
  await openOffice();
  await settled(id, 'delivered', 1);
});

it('has a feed that skips nothing while many write at once', async () => {
  const contracts = await Promise.all(Array.from({ length: 4 }, () => contract()));
  await openOffice();
  const written = Promise.all(
    contracts.map(async (each) => {
      for (let step = 0; step < 40; step += 1) await house.pay(each, 3);
    }),
  );
  const read: string[] = [];
  let after: { position: string } | null = null;
  const em = database.orm.em.fork();
  const next = async () => {
    const filter = { kind: 'payment.received', clients: null };
    const { rows } = await listEvents(em, filter, { limit: 7, after });
    const last = rows.at(-1);
    if (last) after = { position: last.position };
    read.push(...rows.map(({ contractId, sequence }) => `${contractId}/${sequence}`));
    return read.length;
  };
  await eventually(
    async () => {
      let before = -1;
      while (before !== read.length) [before] = [read.length, await next()];
      return read.length;
    },
    (count) => count >= 480,
  );
  await written;
  expect(new Set(read).size).toBe(480);
  expect(read).toHaveLength(480);
});

it('sends a test event to where the endpoint is by then, and gives up while it is disabled', async () => {
  const [wrong, right] = [await receiver('500'), await receiver('good')];
  const { id, secret } = await house.endpoint(wrong.url, { clients: ['acme'] });
  const em = database.orm.em.fork();
  const changed = { url: right.url, description: 'moved', types: null, clients: ['acme'] };
  await changeEndpoint(em, id, { ...changed, status: 'enabled', because: null });
  await openOffice();
  const test = await addTestDelivery(em, id, now());
  await settled(id, 'delivered', 1);
  const [call] = await right.calls();
  expect(call && verified(secret, call)).toMatchObject({ id: test.eventId, type: 'pacta.webhook.test.v1' });
  expect(await wrong.calls()).toEqual([]);

  await changeEndpoint(em, id, { ...changed, status: 'disabled', because: 'a test' });
  const late = await addTestDelivery(em, id, now());
  await settled(id, 'dead', 1);
  expect(await findDelivery(em, id, late.id)).toMatchObject({ status: 'dead', attempts: 1 });
  const reached = async (clients: string[] | null) =>
    (await listEndpoints(em, clients, { limit: 10, after: null })).rows.map((row) => row.id);
  expect([await reached(null), await reached(['acme', 'b']), await reached(['b'])]).toEqual([[id], [id], []]);
});
