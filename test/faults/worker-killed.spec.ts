import { setTimeout as delay } from 'node:timers/promises';
import { type Command } from '#domain/command';
import { fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { addSeconds } from '#domain/time/instant';
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
const RECORDED_AT = shanghai('2025-01-06 09:00');

/** What happens to one request, in order; each of these writes one line that no other command writes. */
const LIFE: readonly Command['body'][] = [
  { type: 'request.recorded', at: RECORDED_AT, severity: SEVERITY.high, receivedAt: null },
  { type: 'request.responded', at: addSeconds(RECORDED_AT, 60) },
  { type: 'request.paused', at: addSeconds(RECORDED_AT, 120), reason: 'waitingForClient' },
  { type: 'request.resumed', at: addSeconds(RECORDED_AT, 180) },
  { type: 'request.resolved', at: addSeconds(RECORDED_AT, 240) },
  { type: 'request.closed', at: addSeconds(RECORDED_AT, 300) },
];

/** The worker as it is shipped, killed with `kill -9`; real Temporal and PostgreSQL go on. */
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

  it('in the middle of the work, twice, loses nothing and does nothing twice', async () => {
    await startWorker();
    const callers = new Callers(engine, terms);
    await callers.begin();
    const begun = (await callers.lines()).length;
    const requests = Array.from({ length: 8 }, (_, index) => `R${index}`);
    const lives = requests.map(async (request) => {
      for (const body of LIFE) await callers.tell(request, body);
    });
    const payments = Array.from({ length: 8 }, () => callers.tell(null, pay()));
    for (const lines of [begun + 10, begun + 35]) {
      await ledgerOf(callers, lines);
      await worker.kill();
      await startWorker();
    }
    await Promise.all([...lives, ...payments]);
    const written = Map.groupBy(await callers.lines(), (line) => line.kind);
    for (const { type } of LIFE) expect(written.get(type)).toHaveLength(requests.length);
    expect(written.get('payment.received')).toHaveLength(payments.length);
    expect(await callers.complaints()).toEqual([]);
  }, 120_000);

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
    const [first] = LIFE;
    if (!first) throw new Error('a life has no beginning');
    const told = [callers.tell(null, pay()), ...requests.map((request) => callers.tell(request, first))];
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
