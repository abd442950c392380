import { randomUUID } from 'node:crypto';
import { instant } from '#domain/time/instant';
import { exportHistories, hashOfBytes } from '#histories/export-histories';
import { carryOut, contractWorkflowId, incidentWorkflowId } from '#workflows/messages';
import { activeContract } from '../support/api-contracts.js';
import { command } from '../support/contracts.js';
import { eventually, keyOf, TestStack } from '../support/stack.js';

interface Run {
  run: string;
  workflow: string;
  owner: string;
  isExported: boolean;
  place: number | null;
  status: string | null;
  sha256: string | null;
  address: string;
}

interface Happening {
  at: string;
  run: string;
  workflow: string;
  kind: string;
  events: string[];
  interference: string | null;
  actor: string | null;
  identity: string | null;
  text: { en: string; 'zh-CN': string };
  command: { id: string; type: string; said: unknown } | null;
  lines: { sequence: number; kind: string; clause: string; receipts: { id: string; facts: unknown[] }[] }[];
}

interface Page<Item> {
  items: Item[];
  next: string | null;
  isComplete: boolean;
  code?: string;
}

let stack: TestStack;
let contract: string;
let histories: string;

/** The API over a real PostgreSQL and Temporal; a contract with a request, whose workflow is terminated by hand. */
beforeAll(async () => {
  stack = await TestStack.start();
  contract = await activeContract(stack);
  const address = `/api/v1/contracts/${contract}`;
  histories = `${address}/histories`;
  await stack.post(`${address}/requests`, { urgency: 'high', impact: 'high', name: 'R-1' });
  const action = { type: 'pause', reason: 'waiting for an answer' };
  await stack.post(`${address}/requests/R-1/actions`, action);
  await stack.post(`${address}/requests/R-1/actions`, action);
  await stack.client.workflow.getHandle(incidentWorkflowId(contract, 'R-1')).terminate('enough of it');
  // Past the API, so past its guard: a command that nobody stored before.
  const at = instant(new Date().toISOString().replace(/\.\d+/, ''));
  const own = command({ type: 'contract.signed', at, by: 'client', signer: 'Wang' }, { id: 'by-hand' });
  await stack.client.workflow
    .getHandle(contractWorkflowId(contract))
    .executeUpdate(carryOut, { args: [own], updateId: 'by-hand' });
  await exportNow();
}, 120_000);

afterAll(() => stack.stop());

async function exportNow(): Promise<void> {
  const now = instant('2026-12-01T00:00:00Z');
  const list = () => stack.get<Page<Run>>(histories, 'auditor');
  await eventually(
    async () => {
      await exportHistories({ em: stack.database.orm.em.fork(), client: stack.client, now }, null);
      return list();
    },
    ({ body }) => body.items.length === 2 && body.items.some(({ isExported }) => isExported),
  );
}

it('lists the runs, those that are exported with their hash, and sends each byte for byte', async () => {
  const { body, status } = await stack.get<Page<Run>>(histories, 'auditor');
  expect(status).toBe(200);
  expect(body).toMatchObject({ next: null, isComplete: true });
  const [own, request] = body.items;
  expect(own).toMatchObject({ owner: 'contract', isExported: false, sha256: null, status: null });
  expect(request).toMatchObject({ owner: 'request/R-1', isExported: true, place: 1, status: 'terminated' });
  const response = await fetch(`${stack.url}${request?.address}`, {
    headers: { authorization: `Bearer ${keyOf('auditor')}` },
  });
  expect(hashOfBytes(Buffer.from(await response.arrayBuffer()))).toBe(request?.sha256);
  const live = await stack.get<{ events: { eventType: string }[] }>(own?.address ?? '', 'reviewer');
  expect(live.body.events[0]?.eventType).toBe('EVENT_TYPE_WORKFLOW_EXECUTION_STARTED');
  const first = await stack.get<Page<Run>>(`${histories}?limit=1`, 'auditor');
  expect(first.body.items).toEqual([own]);
  const rest = await stack.get<Page<Run>>(`${histories}?limit=1&cursor=${first.body.next}`, 'auditor');
  expect([rest.body.items, rest.body.next]).toEqual([[request], null]);
});

it('refuses a run that is not there, one of another contract, and a name that is none', async () => {
  const unknown = await stack.get<Page<Run>>(`${histories}/${randomUUID()}`);
  expect([unknown.status, unknown.body.code]).toEqual([404, 'unknownHistory']);
  const other = await activeContract(stack);
  const { body } = await stack.get<Page<Run>>(histories);
  const elsewhere = await stack.get(`/api/v1/contracts/${other}/histories/${body.items[1]?.run}`);
  expect(elsewhere.status).toBe(404);
  expect((await stack.get(`${histories}/x`)).status).toBe(404);
});

it('compares histories, ledger, what is shown and documents, and says what differs', async () => {
  interface Story {
    entries: number;
    histories: number | null;
    differences: { kind: string; where: string; meaning: string; detail: string }[];
  }
  const address = `/api/v1/contracts/${contract}/story`;
  const { body, status } = await stack.get<Story>(address, 'auditor');
  expect([status, body.histories]).toEqual([200, 2]);
  expect(new Set(body.differences.map(({ kind }) => kind))).toEqual(new Set(['history.interference']));
  expect(body.differences.map(({ detail }) => detail).join()).toContain('termination at');
  const without = await stack.get<Story>(`${address}?histories=false`, 'auditor');
  expect(without.body).toMatchObject({ histories: null, differences: [], entries: body.entries });
  const untouched = await activeContract(stack);
  const one = await stack.get<Story>(`/api/v1/contracts/${untouched}/story`, 'auditor');
  expect(one.body).toMatchObject({ histories: 1, differences: [] });
  expect((await stack.get(address, 'desk')).status).toBe(403);
}, 60_000);

describe('the timeline', () => {
  let items: Happening[];

  beforeAll(async () => {
    const { body } = await stack.get<Page<Happening>>(`${histories}/timeline?limit=200`, 'auditor');
    expect(body).toMatchObject({ next: null, isComplete: true });
    items = body.items;
  });

  it('says who did what, on which clause and facts, with the events that tell of it', () => {
    expect(items[0]).toMatchObject({ kind: 'begun', workflow: `contract/${contract}`, events: ['1'] });
    const recorded = items.find(({ command: told }) => told?.type === 'request.recorded');
    expect(recorded).toMatchObject({
      kind: 'turn',
      workflow: `incident/${contract}/R-1`,
      actor: expect.any(String),
      text: { en: expect.stringContaining('R-1'), 'zh-CN': expect.stringContaining('R-1') },
      command: { said: expect.objectContaining({ severity: expect.any(Object) }) },
    });
    expect(recorded?.events).toHaveLength(3);
    const lines = recorded?.lines ?? [];
    expect(lines.map(({ kind }) => kind)).toContain('request.recorded');
    const receipts = lines.flatMap((line) => line.receipts);
    expect(receipts.map(({ id }) => id).some((id) => id.endsWith('-priority'))).toBe(true);
    expect(receipts.every(({ facts }) => facts.length > 0)).toBe(true);
    // The contract became active by a deadline.
    const activated = items.find(({ lines: own }) => own.some(({ kind }) => kind === 'contract.activated'));
    expect(activated?.kind).toBe('turn');
    const refused = items.find(({ kind }) => kind === 'refused');
    expect(refused).toMatchObject({ command: { type: 'request.paused' }, lines: [] });
  });

  it('tells every line of the ledger once', async () => {
    const ledger = await stack.get<{ items: { sequence: number }[] }>(
      `/api/v1/contracts/${contract}/ledger?limit=200`,
    );
    const told = items
      .flatMap(({ lines }) => lines.map(({ sequence }) => sequence))
      .toSorted((a, b) => a - b);
    expect(told).toEqual(ledger.body.items.map(({ sequence }) => sequence));
  });

  it('marks what was done by hand', () => {
    const marked = items.filter(({ interference }) => interference !== null);
    expect(marked).toMatchObject([
      {
        interference: 'termination',
        workflow: `incident/${contract}/R-1`,
        identity: expect.stringContaining('@'),
        text: { en: 'Interference: the workflow was terminated (enough of it)' },
      },
      { interference: 'update', workflow: `contract/${contract}`, kind: 'interference' },
    ]);
    expect(marked[1]?.text.en).toContain('the command was not stored before it was sent');
  });

  it('goes by pages, which together are the whole', async () => {
    const paged: Happening[] = [];
    let cursor = '';
    do {
      const { body } = await stack.get<Page<Happening>>(`${histories}/timeline?limit=3${cursor}`, 'auditor');
      paged.push(...body.items);
      cursor = body.next === null ? '' : `&cursor=${body.next}`;
    } while (cursor !== '');
    expect(paged).toEqual(items);
  });
});
