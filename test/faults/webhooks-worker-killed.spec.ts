import { Webhook } from 'standardwebhooks';
import { termsOf } from '../support/contracts.js';
import { Engine } from '../support/engine.js';
import { eventually } from '../support/eventually.js';
import { Office } from '../support/office.js';
import { testWebhookKeysText, WebhookHouse } from '../support/webhook-house.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';
import { WorkerProcess } from '../support/worker-process.js';

const EVENTS = 20;

/** The worker as it is shipped, with its own rules, killed with `kill -9` while a receiver hangs. */
describe('a worker that is killed while it sends webhooks', () => {
  let engine: Engine;
  let receiver: WebhookReceiver;
  let worker: WorkerProcess;

  beforeAll(async () => {
    process.env['PACTA_WEBHOOK_KEYS'] = testWebhookKeysText;
    process.env['PACTA_WEBHOOK_ALLOW_PRIVATE'] = '127.0.0.1';
    [engine, receiver] = await Promise.all([Engine.start({ workers: false }), WebhookReceiver.start('hang')]);
  });

  afterAll(async () => {
    await worker.stop();
    await Promise.all([engine.stop(), receiver.stop()]);
  });

  const startWorker = async (): Promise<void> => {
    worker = await WorkerProcess.start(engine.database.url, engine.temporal);
  };

  it('leaves its attempts to another, and every event arrives', async () => {
    const house = new WebhookHouse(engine.database);
    const { contract } = await Office.signed(engine.orm, await termsOf(), 'real');
    const { id, secret } = await house.endpoint(receiver.url, { types: ['payment.received'] });
    await house.pay(contract, EVENTS);
    await startWorker();
    await eventually(
      () => receiver.calls(),
      (calls) => calls.length > 0,
    );
    await worker.kill();
    expect(await house.count(id, 'pending')).toBe(EVENTS);

    await receiver.restart('good');
    await startWorker();
    await eventually(
      () => house.count(id, 'delivered'),
      (count) => count === EVENTS,
      120,
    );
    const calls = await receiver.calls();
    const taken = calls.filter(({ how }) => how === 'take');
    for (const { body, headers } of calls) new Webhook(secret).verify(body, headers);
    expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(EVENTS);
    // Those under way when the worker was killed came twice, under the same id.
    expect(calls.length).toBeGreaterThan(EVENTS);
  }, 240_000);
});
