import {
  type ContractDetail,
  contractClauses,
  contractDetail,
  contractPage,
} from '../../apps/api/src/contracts/contract-schemas.js';
import { decisionPage, verificationView } from '../../apps/api/src/decisions/decision-schemas.js';
import { receiptPage, receiptVerification } from '../../apps/api/src/decisions/receipt-schemas.js';
import {
  type RequestDetail,
  requestDetail,
  requestPage,
} from '../../apps/api/src/requests/request-schemas.js';
import { timelineView } from '../../apps/api/src/timeline/timeline-schemas.js';
import { hashOfLine, GENESIS_HASH } from '#persistence/ledger';
import { activeContract, newContract } from '../support/api-contracts.js';
import { eventually, TestStack } from '../support/stack.js';

/** Over HTTP, against a real PostgreSQL, Temporal, worker and API. */
let stack: TestStack;

beforeAll(async () => {
  stack = await TestStack.start();
});

afterAll(() => stack.stop());

describe('a contract from draft to a running request', () => {
  it('numbers drafts of a year without gaps, whoever asks at the same time', async () => {
    const drafts = await Promise.all(
      [1, 2, 3, 4].map(() => stack.post<ContractDetail>('/api/v1/contracts', newContract())),
    );
    expect(drafts.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const year = new Date().getUTCFullYear();
    const ids = drafts.map(({ body }) => body.id).sort();
    expect(ids).toEqual([1, 2, 3, 4].map((number) => `C-${year}-000${number}`));
    expect(drafts[0]?.headers.get('location')).toBe(`/api/v1/contracts/${drafts[0]?.body.id}`);
    expect(contractDetail.parse(drafts[0]?.body)).toMatchObject({
      status: 'draft',
      actions: ['send'],
      terms: { totalAmount: '480000.00' },
    });
  });

  it('takes an id of the caller, once', async () => {
    const named = newContract({}, { id: 'C-ACME-1' });
    const both = await Promise.all([
      stack.post<ContractDetail>('/api/v1/contracts', named),
      stack.post('/api/v1/contracts', named),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await stack.post('/api/v1/contracts', named)).toMatchObject({
      status: 409,
      body: { code: 'duplicateContract' },
    });
  });

  it.each([
    ['client', 'provider'],
    ['provider', 'client'],
  ])('is made when both have signed, %s first', async (first, second) => {
    const { body: draft } = await stack.post<ContractDetail>('/api/v1/contracts', newContract());
    const address = `/api/v1/contracts/${draft.id}`;
    const sent = await stack.post<ContractDetail>(`${address}/send`, {});
    expect(sent.body).toMatchObject({ status: 'signing', actions: ['sign', 'decline', 'withdraw'] });
    const one = await stack.post<ContractDetail>(`${address}/signatures`, { party: first, signer: 'A' });
    expect(one.body.status).toBe('signing');
    expect(await stack.post(`${address}/signatures`, { party: first, signer: 'A' })).toMatchObject({
      status: 409,
      body: { code: 'wrongState' },
    });
    const two = await stack.post<ContractDetail>(`${address}/signatures`, { party: second, signer: 'B' });
    expect(two.body).toMatchObject({ signing: { completeAt: expect.any(String) } });
    // Its term has begun, so it starts in the turn that follows, and not when some timer comes round.
    await eventually(
      () => stack.get<ContractDetail>(address),
      ({ body }) => body.status === 'active',
    );
  });

  it('ends where a party declines', async () => {
    const { body: draft } = await stack.post<ContractDetail>('/api/v1/contracts', newContract());
    const address = `/api/v1/contracts/${draft.id}`;
    await stack.post(`${address}/send`, {});
    const declined = await stack.post<ContractDetail>(`${address}/decline`, {
      party: 'client',
      reason: 'too dear',
    });
    expect(declined).toMatchObject({ status: 200, body: { status: 'declined', actions: [] } });
  });

  it('shows its clauses in both languages with parties and values', async () => {
    const { body: draft } = await stack.post<ContractDetail>('/api/v1/contracts', newContract());
    const address = `/api/v1/contracts/${draft.id}/clauses`;
    const english = contractClauses.parse((await stack.get(`${address}?language=en`)).body);
    expect(english.clauses.find(({ number }) => number === '3.1')?.text).toContain('RMB 20,000.00');
    const chinese = contractClauses.parse((await stack.get(address)).body);
    expect(chinese.clauses.find(({ number }) => number === 'Parties')?.text).toContain(
      '上海示例制造股份有限公司',
    );
    expect(JSON.stringify(chinese)).not.toContain('{{');
  });
});

describe('a critical request', () => {
  let contract: string;
  let address: string;

  beforeAll(async () => {
    contract = await activeContract(stack);
    address = `/api/v1/contracts/${contract}`;
  });

  it('is classified with a receipt, and its deadlines come with their proof', async () => {
    const recorded = await stack.post<RequestDetail>(
      `${address}/requests`,
      { urgency: 'high', impact: 'high', coreBusinessDown: true },
      { role: 'desk' },
    );
    expect(recorded).toMatchObject({
      status: 201,
      body: { request: 'I-000001', priority: 'critical', status: 'open' },
    });
    expect(recorded.headers.get('location')).toBe(`${address}/requests/I-000001`);
    const request = requestDetail.parse(recorded.body);
    expect(request.targets.map(({ kind, dueAt }) => [kind, secondsAfter(request.recordedAt, dueAt)])).toEqual(
      [
        ['response', 15 * 60],
        ['workaround', 4 * 60 * 60],
      ],
    );
    for (const { segments, measure } of request.targets) {
      const counted = segments
        .filter((segment) => segment.counted)
        .map(({ from, to }) => secondsAfter(from, to));
      expect(counted.reduce((sum, seconds) => sum + seconds, 0)).toBe(measure.amount * 60);
    }
    const verified = await stack.get(`${request.classification.address}/verification`, 'auditor');
    expect(verificationView.parse(verified.body)).toMatchObject({
      same: true,
      differences: [],
      entryIntact: true,
    });
  });

  it('does what its state allows, and says so', async () => {
    const actions = `${address}/requests/I-000001/actions`;
    const act = (body: object) => stack.post<RequestDetail>(actions, body, { role: 'desk' });
    expect((await act({ type: 'respond' })).body.targets[0]).toMatchObject({
      kind: 'response',
      outcome: 'met',
      metByFact: 'responded',
    });
    const paused = await act({ type: 'pause', reason: 'waitingForClient' });
    expect(paused.body).toMatchObject({ status: 'paused', actions: expect.arrayContaining(['resume']) });
    expect(paused.body.targets[1]?.dueAt).toBeNull();
    expect((await act({ type: 'resume' })).body.status).toBe('open');
    expect(await act({ type: 'close' })).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    expect(
      (await act({ type: 'reclassify', urgency: 'medium', impact: 'medium', reason: 'a stop-gap was found' }))
        .body.priority,
    ).toBe('medium');
    expect((await act({ type: 'resolve' })).body).toMatchObject({
      status: 'resolved',
      actions: expect.arrayContaining(['close', 'reopen', 'rate']),
    });
    expect((await act({ type: 'rate', score: 5 })).body.ratings).toMatchObject([{ score: 5 }]);
    expect((await act({ type: 'close' })).body.status).toBe('closed');
    expect((await act({ type: 'reopen' })).body.status).toBe('open');
  });

  it("stands in the desk's list by its next deadline", async () => {
    await stack.post(
      `${address}/requests`,
      { urgency: 'low', impact: 'low', name: 'LATER' },
      { role: 'desk' },
    );
    await stack.post(
      `${address}/requests`,
      { urgency: 'high', impact: 'high', name: 'SOON' },
      { role: 'desk' },
    );
    const first = requestPage.parse((await stack.get('/api/v1/requests?sort=due&limit=2', 'desk')).body);
    expect(first.items[0]?.request).toBe('SOON');
    const second = requestPage.parse(
      (await stack.get(`/api/v1/requests?sort=due&limit=2&cursor=${first.next}`, 'desk')).body,
    );
    const due = [...first.items, ...second.items].map(({ nextDeadlineAt }) => nextDeadlineAt);
    expect(due).toEqual([...due].sort());
    expect(new Set([...first.items, ...second.items].map(({ request }) => request)).size).toBe(3);
    for (const [clock, isIn] of [
      ['real', true],
      ['manual', false],
    ] as const) {
      const page = requestPage.parse((await stack.get(`/api/v1/requests?clock=${clock}`, 'desk')).body);
      expect(page.items.some(({ request }) => request === 'SOON')).toBe(isIn);
    }
    const newest = requestPage.parse(
      (await stack.get('/api/v1/requests?sort=recorded&limit=1', 'desk')).body,
    );
    expect(newest.next).not.toBeNull();
  });

  it('tells its story in both languages, past and ahead', async () => {
    const timeline = timelineView.parse((await stack.get(`${address}/timeline?limit=200`)).body);
    expect(timeline.past.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['contract.activated', 'request.reclassified', 'target.met']),
    );
    for (const { text, kind } of [...timeline.past.items, ...timeline.upcoming]) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toBe(kind);
    }
    expect(timeline.upcoming.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['monthClose', 'invoiceIssue']),
    );
  });

  it('leaves a ledger whose chain anyone can check', async () => {
    interface Entry {
      contract: string;
      hash: string;
      previousHash: string;
      [member: string]: unknown;
    }
    const entries: Entry[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { items: Entry[]; next: string | null } = (
        await stack.get<{ items: Entry[]; next: string | null }>(
          `${address}/ledger?limit=5${after}`,
          'auditor',
        )
      ).body;
      entries.push(...page.items);
      cursor = page.next;
    }
    let previous = GENESIS_HASH;
    for (const { contract: contractId, hash, ...content } of entries) {
      expect(content.previousHash).toBe(previous);
      expect(hashOfLine({ contractId, ...content } as unknown as Parameters<typeof hashOfLine>[0])).toBe(
        hash,
      );
      previous = hash;
    }
    const { body } = await stack.get(`${address}/ledger/verification`, 'auditor');
    expect(body).toEqual({ contract, entries: entries.length, faults: [] });
    const decisions = decisionPage.parse(
      (await stack.get(`${address}/decisions?request=I-000001`, 'auditor')).body,
    );
    expect(decisions.items.map(({ kind }) => kind)).toEqual(['request.recorded', 'request.reclassified']);
    const receipts = receiptPage.parse(
      (await stack.get(`${address}/receipts?kind=priority&request=I-000001`, 'auditor')).body,
    );
    expect(receipts.items.map(({ entry }) => entry.sequence)).toEqual(
      decisions.items.map(({ sequence }) => sequence),
    );
    const [first] = receipts.items;
    expect((await stack.get(`${address}/receipts/${first?.id}`, 'auditor')).body).toEqual(first);
    const again = await stack.get(`${address}/receipts/${first?.id}/verification`, 'auditor');
    expect(receiptVerification.parse(again.body)).toMatchObject({ outcome: 'same', hash: first?.hash });
    expect(await stack.get(`${address}/receipts/999-miss`, 'auditor')).toMatchObject({ status: 404 });
  });

  it('has a ledger that is narrowed to a request or a kind, and entries by their number, in words', async () => {
    interface Told {
      items: { sequence: number; kind: string; request: string | null }[];
      texts: { sequence: number; text: { en: string } }[];
    }
    const { body } = await stack.get<Told>(`${address}/ledger?limit=200`, 'auditor');
    const some = body.items.find(({ request }) => request !== null);
    const ofRequest = await stack.get<Told>(
      `${address}/ledger?limit=200&request=${some?.request}`,
      'auditor',
    );
    expect(ofRequest.body.items).toEqual(body.items.filter(({ request }) => request === some?.request));
    const ofKind = await stack.get<Told>(`${address}/ledger?kind=request.recorded`, 'auditor');
    expect(ofKind.body.items).toEqual(body.items.filter(({ kind }) => kind === 'request.recorded'));
    const [first] = ofKind.body.items;
    expect(ofKind.body.texts[0]).toEqual({
      sequence: first?.sequence,
      text: { en: expect.stringContaining(first?.request ?? '?'), 'zh-CN': expect.any(String) },
    });
    const one = await stack.get(`${address}/ledger/${first?.sequence}`, 'auditor');
    expect(one.body).toEqual({
      entry: first,
      text: ofKind.body.texts[0]?.text,
      receipts: expect.arrayContaining([`${first?.sequence}-priority`]),
    });
    const none = await stack.get<{ code: string }>(`${address}/ledger/100000`, 'auditor');
    expect([none.status, none.body.code]).toEqual([404, 'unknownEntry']);
  });

  it('is found in the list of contracts', async () => {
    const page = contractPage.parse((await stack.get('/api/v1/contracts?status=active&limit=1')).body);
    expect(page.items[0]).toMatchObject({ status: 'active', clientId: 'acme', clock: 'real' });
    expect(contractPage.parse((await stack.get('/api/v1/contracts?clientId=nobody')).body)).toEqual({
      items: [],
      next: null,
    });
  });
});

function secondsAfter(from: string, to: string | null): number {
  return to === null ? NaN : (Date.parse(to) - Date.parse(from)) / 1000;
}
