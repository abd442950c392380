import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeCheckpoint } from '#evidence/take-checkpoint';
import { fromSeconds } from '#domain/time/instant';
import { publishEvents } from '#persistence/queries/events';
import { Checkpoints } from '../../apps/api/src/checkpoints/checkpoints.js';
import { newContract } from '../support/api-contracts.js';
import { documentedLists, type ListDocument, WHOLE_LISTS } from '../support/documented-lists.js';
import { bankStatements, done, failedOperations, people, triedWebhook } from '../support/listed-house.js';
import { eventfulContract, lateDelivery, letters, papers, unpaidContract } from '../support/listed-world.js';
import { keyOf, TestStack } from '../support/stack.js';
import { type Entry, ListWalk, type Told, type Walked } from '../support/walked-lists.js';

/** Every list that docs/openapi.json has, read page after page, turned round and narrowed down, over HTTP. */
const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as ListDocument;
const lists = documentedLists(document).filter(({ path }) => !(path in WHOLE_LISTS));

let stack: TestStack;
let data: string;
const environment = { ...process.env };
const made: Record<'contract' | 'unpaid' | 'late' | 'letters' | 'webhook' | 'operation', string> = {
  contract: '',
  unpaid: '',
  late: '',
  letters: '',
  webhook: '',
  operation: '',
};

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'pacta-lists-'));
  Object.assign(process.env, { PACTA_DATA: data, PACTA_DEMO: '1' });
  stack = await TestStack.start();
  const checkpoint = await checkpointing();
  made.webhook = await triedWebhook(stack);
  made.contract = await eventfulContract(stack);
  await checkpoint();
  made.unpaid = await unpaidContract(stack);
  await checkpoint();
  made.late = await lateDelivery(stack);
  made.letters = await letters(stack);
  for (const text of ['one', 'two', 'three']) await attach(text);
  await read(`/api/v1/contracts/${made.contract}/ledger`);
  await read(`/api/v1/contracts/${made.unpaid}/ledger`);
  await papers(stack, made.contract);
  for (const _ of [1, 2]) await done(stack.post('/api/v1/contracts', newContract()));
  await people(stack);
  await bankStatements(stack);
  made.operation = await failedOperations(stack);
  await checkpoint();
  while (await publishEvents(stack.database.orm.em.fork(), 500));
}, 240_000);

afterAll(async () => {
  await stack.stop();
  process.env = environment;
  await rm(data, { recursive: true, force: true });
});

/** As an auditor, so that it is on record. */
const read = (address: string) => done(stack.get(address, 'auditor'));

async function attach(text: string): Promise<void> {
  const address = `/api/v1/contracts/${made.contract}/requests/R-01/attachments?fileName=${text}.txt`;
  const { status } = await fetch(`${stack.url}${address}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${keyOf('desk')}`, 'content-type': 'application/octet-stream' },
    body: `a note: ${text}`,
  });
  expect(status).toBe(201);
}

/** Signs for all ledgers as they stand; only where one has grown. */
async function checkpointing(): Promise<() => Promise<unknown>> {
  const { settings } = await Checkpoints.of(process.env);
  if (!settings) throw new Error('no settings');
  const em = () => stack.database.orm.em.fork();
  return () => takeCheckpoint(em(), settings, fromSeconds(Date.now() / 1000), true);
}

const is =
  (holds: (entry: Entry) => boolean): Told =>
  (entry, value) =>
    String(holds(entry)) === value;
const dataOf = ({ data: told }: Entry) => told as Readonly<Record<string, unknown>>;

/** Where each list is read. A list that is added to the API has to be added here. */
const WALKED: Readonly<Record<string, () => Walked>> = {
  '/access-log': () => ({
    address: '/api/v1/access-log',
    told: { contract: ({ ids }, value) => (ids as { contract?: string }).contract === value },
    values: { contract: [made.contract, made.unpaid] },
  }),
  '/accounts': () => ({
    address: '/api/v1/accounts',
    told: { disabled: is(({ disabledAt }) => disabledAt !== null) },
  }),
  '/bank/lines': () => ({ address: '/api/v1/bank/lines' }),
  '/checkpoints': () => ({ address: '/api/v1/checkpoints' }),
  '/contracts': () => ({ address: '/api/v1/contracts' }),
  '/contracts/{contract}/amendments': () => of(made.contract, 'amendments', { fewest: 3 }),
  '/contracts/{contract}/charges': () => of(made.unpaid, 'charges'),
  '/contracts/{contract}/decisions': () => of(made.contract, 'decisions'),
  '/contracts/{contract}/documents': () => of(made.contract, 'documents', { fewest: 4 }),
  '/contracts/{contract}/envelopes': () => of(made.contract, 'envelopes'),
  '/contracts/{contract}/histories': () => of(made.contract, 'histories'),
  '/contracts/{contract}/histories/timeline': () => of(made.contract, 'histories/timeline'),
  '/contracts/{contract}/invoices': () => of(made.contract, 'invoices', { fewest: 4 }),
  '/contracts/{contract}/ledger': () => of(made.contract, 'ledger'),
  '/contracts/{contract}/mails': () => of(made.letters, 'mails'),
  '/contracts/{contract}/misses': () =>
    of(made.contract, 'misses', { fewest: 4, told: { waived: is(({ waiver }) => waiver !== null) } }),
  '/contracts/{contract}/months': () => of(made.contract, 'months', { fewest: 12 }),
  '/contracts/{contract}/obligations': () =>
    of(made.late, 'obligations', {
      fewest: 1,
      told: { performed: is(({ performedAt }) => performedAt !== null) },
    }),
  '/contracts/{contract}/payments': () =>
    of(made.contract, 'payments', {
      told: { from: ({ at }, value) => String(at) >= value, to: ({ at }, value) => String(at) < value },
      values: {
        from: ['2025-01-04T16:00:00Z', '2025-03-01T00:00:00Z'],
        to: ['2025-01-04T16:00:00Z', '2025-03-01T00:00:00Z'],
      },
    }),
  '/contracts/{contract}/receipts': () => of(made.contract, 'receipts'),
  '/contracts/{contract}/reports': () =>
    of(made.contract, 'reports', { told: { submitted: is(({ submittedAt }) => submittedAt !== null) } }),
  '/contracts/{contract}/requests': () => of(made.contract, 'requests', { fewest: 6 }),
  '/contracts/{contract}/requests/{request}/attachments': () =>
    of(made.contract, 'requests/R-01/attachments', { fewest: 3 }),
  '/contracts/{contract}/shadows': () =>
    of(made.contract, 'shadows', { fewest: 3, told: { running: is(({ stoppedAt }) => stoppedAt === null) } }),
  '/contracts/{contract}/statements': () =>
    of(made.contract, 'statements', { told: { contested: is(({ contested }) => Number(contested) > 0) } }),
  '/desk/queue': () => ({
    address: '/api/v1/desk/queue',
    elsewhere: ['clock', 'clientId', 'dueBefore'],
  }),
  '/desk/termination-rights': () => ({
    address: '/api/v1/desk/termination-rights',
    elsewhere: ['clock', 'clientId', 'open'],
  }),
  '/events': () => ({
    address: '/api/v1/events',
    isFeed: true,
    told: { contract: (entry, value) => dataOf(entry)['contract'] === value },
    values: { contract: [made.letters, made.unpaid] },
  }),
  '/keys': () => ({ address: '/api/v1/keys' }),
  '/operations': () => ({ address: '/api/v1/operations' }),
  '/operations/{operation}/results': () => ({
    address: `/api/v1/operations/${made.operation}/results`,
    fewest: 3,
  }),
  '/requests': () => ({ address: '/api/v1/requests' }),
  '/templates': () => ({
    address: '/api/v1/templates',
    told: {
      state: ({ versions }, value) => (versions as { state: string }[]).some(({ state }) => state === value),
    },
  }),
  '/templates/{template}/versions': () => ({
    address: '/api/v1/templates/it-support-2025/versions',
    fewest: 1,
  }),
  '/webhooks': () => ({ address: '/api/v1/webhooks' }),
  '/webhooks/{webhook}/deliveries': () => ({
    address: `/api/v1/webhooks/${made.webhook}/deliveries`,
    fewest: 3,
  }),
};

function of(contract: string, list: string, known: Omit<Walked, 'address'> = {}): Walked {
  return { address: `/api/v1/contracts/${contract}/${list}`, ...known };
}

it('walks every list that there is', () => {
  expect(Object.keys(WALKED)).toEqual(lists.map(({ path }) => path));
});

describe.each(lists.map((list) => [list.path, list] as const))('%s', (path, list) => {
  const { order, sort } = list.parameters;
  const walk = () => {
    const walked = WALKED[path];
    if (!walked) throw new Error(`${path} is not walked`);
    return new ListWalk(stack, list, walked());
  };
  const sorts = (sort?.enum ?? [null]).map((each) => ({ ...(each !== null && { sort: each }) }));

  it('is the same by pages of one, of two, and whole', async () => {
    for (const query of sorts) {
      const whole = await walk().whole(query);
      expect(whole.length).toBeGreaterThanOrEqual(walk().walked.fewest ?? 2);
      for (const limit of [1, 2]) expect(await walk().pages(limit, query)).toEqual(whole);
    }
  });

  (order ? it : it.skip)('runs both ways', async () => {
    for (const query of sorts) {
      const ascending = await walk().whole({ ...query, order: 'asc' });
      const descending = await walk().whole({ ...query, order: 'desc' });
      expect(descending).toEqual(ascending.toReversed());
      expect(await walk().pages(2, { ...query, order: 'desc' })).toEqual(descending);
      expect([ascending, descending]).toContainEqual(await walk().whole(query));
    }
  });

  it('gives by each filter what has it, and nothing else', async () => {
    const whole = await walk().whole();
    for (const { name, values, told } of walk().filters(whole)) {
      expect({ [name]: values }).not.toEqual({ [name]: [] });
      for (const value of values) {
        const narrowed = await walk().whole({ [name]: value });
        expect({ [name]: value, items: narrowed }).toEqual({
          [name]: value,
          items: whole.filter((entry) => told(entry, value)),
        });
        expect(await walk().pages(1, { [name]: value })).toEqual(narrowed);
      }
    }
  });

  it('refuses a limit, an order and a filter that are not allowed, by their names', async () => {
    const wrong = { limit: '201', ...(order && { order: 'up' }), colour: 'red' };
    for (const [name, value] of Object.entries(wrong)) {
      const { status, body } = await walk().asked({ [name]: value });
      expect([status, body]).toMatchObject([422, { code: 'invalidRequest', errors: [{ path: name }] }]);
    }
  });
});

it('no list takes the cursor of another one', async () => {
  const cursors: Record<string, string> = {};
  for (const { path } of lists) {
    const { body } = await stack.get<{ next: string | null }>(`${WALKED[path]?.().address}?limit=1`);
    if (body.next !== null) cursors[path] = body.next;
  }
  expect(Object.keys(cursors).length).toBeGreaterThanOrEqual(lists.length - 2);
  const taken: string[] = [];
  const given = Object.entries(cursors);
  for (const [place, { path }] of lists.entries()) {
    // Some of the others, over all the lists each of them in turn: all of all are some 1,200 calls.
    const others = given.filter(([from]) => from !== path);
    for (const step of [0, 1, 7, 19]) {
      const [from, cursor] = others[(place + step) % others.length] ?? [];
      const { status } = await stack.get(`${WALKED[path]?.().address}?cursor=${cursor}`);
      if (status !== 422) taken.push(`${path} takes a cursor of ${from}: ${status}`);
    }
  }
  expect(taken).toEqual([]);
}, 120_000);
