import fc from 'fast-check';
import { rehearsalContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

const RUNS = 6;
const SEED = 20_250_106;
const FEE_FEN = 2_000_000;

type Status = 'open' | 'paused' | 'resolved' | 'closed';

/** What the contract allows of a request (clauses 2.3, 2.4), and where it leads to. */
const MOVES = {
  respond: { open: 'open', paused: 'paused', resolved: 'resolved', closed: 'closed' },
  pause: { open: 'paused' },
  resume: { paused: 'open' },
  resolve: { open: 'resolved', paused: 'resolved' },
  close: { resolved: 'closed' },
  reopen: { resolved: 'open', closed: 'open' },
} as const satisfies Record<string, Partial<Record<Status, Status>>>;

type Action = keyof typeof MOVES;

/** A contract of twelve months from January 2025 on, as small as it can be. */
interface Model {
  readonly requests: Status[];
  minute: number;
  paidFen: number;
  /** Entries that the commands so far have written themselves. */
  written: number;
}

interface Real {
  readonly stack: TestStack;
  readonly contract: string;
}

type ContractCommand = fc.AsyncCommand<Model, Real>;

const at = ({ minute }: Model): string =>
  new Date(Date.UTC(2025, 0, 2) + minute * 60_000).toISOString().replace('.000Z', 'Z');

/** Anything is told at any time: what is not allowed is refused as that, and changes nothing. */
class Act implements ContractCommand {
  constructor(
    readonly action: Action,
    readonly place: number,
    readonly minutes: number,
  ) {}

  check = (): boolean => true;

  async run(model: Model, { stack, contract }: Real): Promise<void> {
    model.minute += this.minutes;
    const index = this.place % Math.max(1, model.requests.length);
    const status = model.requests[index];
    const reason = this.action === 'pause' ? { reason: 'waitingForClient' } : {};
    const body = { type: this.action, at: at(model), ...reason };
    const path = `/api/v1/contracts/${contract}/requests/R${index}/actions`;
    const answer = await stack.post<{ status?: string; code?: string }>(path, body);
    const moves: Partial<Record<Status, Status>> = MOVES[this.action];
    const next = status && moves[status];
    if (status === undefined) expect(answer).toMatchObject({ status: 404, body: { code: 'unknownRequest' } });
    else if (next === undefined) expect(answer).toMatchObject({ status: 409, body: { code: 'wrongState' } });
    else {
      expect(answer).toMatchObject({ status: 200, body: { status: next } });
      model.requests[index] = next;
      model.written += 1;
    }
  }

  toString = (): string => `${this.action} R${this.place} after ${this.minutes} min`;
}

class PutOnRecord implements ContractCommand {
  check = ({ requests }: Model): boolean => requests.length < 4;

  async run(model: Model, { stack, contract }: Real): Promise<void> {
    const name = `R${model.requests.length}`;
    const body = { name, urgency: 'high', impact: 'medium', at: at(model) };
    const answer = await stack.post(`/api/v1/contracts/${contract}/requests`, body);
    expect(answer).toMatchObject({ status: 201, body: { request: name, priority: 'high', status: 'open' } });
    model.requests.push('open');
    model.written += 1;
  }

  toString = (): string => 'record';
}

/** Twice under one key: it counts once. */
class Pay implements ContractCommand {
  constructor(readonly fen: number) {}

  check = (): boolean => true;

  async run(model: Model, { stack, contract }: Real): Promise<void> {
    const amount = (this.fen / 100).toFixed(2);
    const key = `${contract}-${model.written}-${model.minute}-${amount}`;
    const path = `/api/v1/contracts/${contract}/payments`;
    const body = { amount, at: at(model) };
    const tell = () => stack.post(path, body, { key });
    const [first, second] = await Promise.all([tell(), tell()]);
    expect([first.status, second.status]).toEqual([201, 201]);
    model.paidFen += this.fen;
    model.written += 1;
  }

  toString = (): string => `pay ${this.fen}`;
}

/** What stands is what the model says: statuses, money of the first invoice, entries by what was told. */
class Look implements ContractCommand {
  check = (): boolean => true;

  async run(model: Model, { stack, contract }: Real): Promise<void> {
    const address = `/api/v1/contracts/${contract}`;
    const requests = await stack.get<{ items: { status: string }[] }>(`${address}/requests`);
    expect(requests.body.items.map(({ status }) => status)).toEqual(model.requests);
    const invoices = await stack.get<{ items: { paid: string }[] }>(`${address}/invoices`);
    const paid = (Math.min(model.paidFen, FEE_FEN) / 100).toFixed(2);
    expect(invoices.body.items[0]?.paid).toBe(paid);
    const ledger = await stack.get<{ items: { kind: string; actor: string }[] }>(
      `${address}/ledger?limit=200`,
    );
    const told = ledger.body.items.filter(({ kind }) => /^(request|payment\.received)/.test(kind));
    expect(told).toHaveLength(model.written);
    const verification = await stack.get<{ faults: string[] }>(`${address}/ledger/verification`);
    expect(verification.body.faults).toEqual([]);
  }

  toString = (): string => 'look';
}

const commands = fc.commands(
  [
    fc.constant(new PutOnRecord()),
    fc
      .record({
        action: fc.constantFrom(...(Object.keys(MOVES) as Action[])),
        place: fc.nat(3),
        minutes: fc.nat(400),
      })
      .map(({ action, place, minutes }) => new Act(action, place, minutes)),
    fc.integer({ min: 1, max: 1_500_000 }).map((fen) => new Pay(fen)),
    fc.constant(new Look()),
  ],
  { maxCommands: 25, size: 'max' },
);

/** The whole product in one process on a real PostgreSQL and Temporal, against a model of a contract. */
describe('a contract that is told anything in any order', () => {
  let stack: TestStack;

  beforeAll(async () => {
    stack = await TestStack.start();
  });

  afterAll(() => stack.stop());

  it('does what the model does', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (some) => {
        const contract = await rehearsalContract(stack);
        // Its first invoice is issued then.
        await stack.post(`/api/v1/contracts/${contract}/clock`, { until: '2025-01-01T00:00:01+08:00' });
        const model: Model = { requests: [], minute: 0, paidFen: 0, written: 0 };
        await fc.asyncModelRun(() => ({ model, real: { stack, contract } }), [...some, new Look()]);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  }, 90_000);
});
