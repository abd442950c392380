import { activeContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

/** What Temporal keeps of a real contract and its request: nothing that a person said or is called. */
let stack: TestStack;

beforeAll(async () => {
  stack = await TestStack.start();
});

afterAll(() => stack.stop());

it('holds no personal data in the clear: payloads, failures, ids, search attributes, memos', async () => {
  const contract = await activeContract(stack);
  const address = `/api/v1/contracts/${contract}`;
  const request = { urgency: 'high', impact: 'high', name: 'R-1' };
  await stack.post(`${address}/requests`, request);
  await stack.post(`${address}/requests/R-1/actions`, {
    type: 'pause',
    reason: 'waiting for Han Meimei 韩梅梅',
  });
  // Refused by the workflow: its failure says why.
  await stack.post(`${address}/requests/R-1/actions`, {
    type: 'pause',
    reason: 'again for Han Meimei 韩梅梅',
  });
  const { body } = await stack.get<{ parties: object }>(address);
  const planted = ['Han Meimei', '韩梅梅', ...textsIn(body.parties)];
  expect(planted.length).toBeGreaterThan(10);

  for (const workflowId of [`contract/${contract}`, `incident/${contract}/R-1`]) {
    const { events } = await stack.client.workflow.getHandle(workflowId).fetchHistory();
    const seen = JSON.stringify(readable(events));
    expect(events?.length).toBeGreaterThan(3);
    expect(seen).toContain('binary/encrypted');
    expect(planted.filter((text) => seen.includes(text))).toEqual([]);
  }
});

/** A history with the bytes of its payloads as text. */
function readable(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, readable(member)]));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 3 ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
