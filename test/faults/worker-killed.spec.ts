import { setTimeout as delay } from 'node:timers/promises';
import { type Command } from '#domain/command';
import { fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { contractWorkflowId } from '#workflows/messages';
import { Callers } from '../support/callers.js';
import { SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { Engine } from '../support/engine.js';
import { historiesOf } from '../support/histories.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { WorkerProcess } from '../support/worker-process.js';

const UPDATE_COMPLETED = 43;
const POLL_MILLISECONDS = 1_000;
const LEDGER_SECONDS = 30;

const RECORDED: Command['body'] = {
  type: 'request.recorded',
  at: shanghai('2025-01-06 09:00'),
  severity: SEVERITY.high,
  receivedAt: null,
};

/** The worker as it is shipped, killed with `kill -9`; real Temporal and PostgreSQL go on. Under load: short-run.spec.ts. */
describe('a worker that is killed', () => {
  let engine: Engine;
  let terms: Terms;
  let worker: WorkerProcess;

  beforeAll(async () => {
    engine = await Engine.start({ workers: false });
    terms = await termsOf();
  });

  afterEach(() => worker.stop());
  afterAll(() => engine.stop());

  const startWorker = async (temporal = engine.temporal): Promise<void> => {
    worker = await WorkerProcess.start(engine.database.url, temporal);
  };

  const pay = (): Command['body'] => {
    return { type: 'payment.received', at: terms.startsAt, amount: fen(100), reference: null };
  };

  /** Waits until the contract's ledger has so many lines. */
  async function ledgerOf(callers: Callers, lines: number): Promise<void> {
    const giveUpAt = Date.now() + LEDGER_SECONDS * 1000;
    while ((await callers.lines()).length < lines) {
      if (Date.now() > giveUpAt) throw new Error(`the ledger has not got ${lines} lines`);
      await delay(5);
    }
  }

  it('between the commit of a turn and the word of it to the server, finds its answer when it takes the turn again', async () => {
    // What this worker says can be held back: its turns commit, and the server never hears of it.
    const proxy = await TcpProxy.to(engine.temporal.address);
    await startWorker({ ...engine.temporal, address: proxy.address });
    const callers = new Callers(engine, terms);
    await callers.begin();
    const before = (await callers.lines()).length;
    // Its polls must be on their way: they are how tasks reach it from now on.
    await delay(POLL_MILLISECONDS);
    proxy.hold();
    // No more than an idle worker has polls under way.
    const requests = ['A', 'B'];
    const told = [callers.tell(null, pay()), ...requests.map((request) => callers.tell(request, RECORDED))];
    await ledgerOf(callers, before + told.length);
    const committed = await callers.lines();
    await worker.kill();
    proxy.cut();
    await proxy.stop();
    // Draft, sent, two signatures and the clock: the server knows of no answer since.
    expect(await answeredUpdates(callers)).toBe(5);
    await startWorker();
    const standpoints = await Promise.all(told);
    expect(await callers.lines()).toEqual(committed);
    // Taken again, the turns wrote nothing.
    expect(standpoints.map((standpoint) => standpoint.written)).toEqual(told.map(() => []));
    expect(await callers.complaints()).toEqual([]);
  }, 120_000);

  /** Commands of the contract that its workflow has answered, as the server knows. */
  async function answeredUpdates(callers: Callers): Promise<number> {
    const histories = await historiesOf(engine.client, contractWorkflowId(callers.contract));
    const events = histories.flatMap((history) => history.events ?? []);
    return events.filter((event) => Number(event.eventType) === UPDATE_COMPLETED).length;
  }
});
