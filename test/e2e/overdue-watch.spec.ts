import { command, draftOf, termsOf } from '../support/contracts.js';
import { limitBefore, type Command } from '#domain/command';
import { addSeconds, fromSeconds } from '#domain/time/instant';
import { Executor } from '#execution/executor';
import { storeIntent } from '#persistence/queries/commands';
import { Dispatcher } from '../../apps/api/src/commands/dispatcher.js';
import { OverdueWatch } from '../../apps/api/src/commands/overdue-watch.js';
import { Patience } from '../../apps/api/src/commands/patience.js';
import { ApiMetrics } from '../../apps/api/src/telemetry/api-metrics.js';
import { Engine } from '../support/engine.js';
import { eventually } from '../support/eventually.js';
import { toldStory } from '../support/story.js';
import { LiveContract } from '../support/live.js';

/** A real Temporal and PostgreSQL; the turn of a worker that died with Temporal and the API is taken past them. */
describe('a workflow that does not know of a deadline', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await Engine.start();
  });

  afterAll(() => engine.stop());

  /** Committed and answered, and no history knows of it. */
  async function lostTurn(contract: string, body: Command['body']): Promise<void> {
    const told = command(body);
    const em = engine.orm.em.fork();
    await em.transactional((own) =>
      storeIntent(own, { contract, owner: 'contract', command: told }, body.at),
    );
    const limit = limitBefore(told);
    const turn = { contract, owner: { kind: 'contract' }, now: body.at, limit, command: told } as const;
    expect((await new Executor(engine.orm).take(turn)).answer?.kind).toBe('applied');
  }

  it('is told again, wakes, and its histories tell one story with the ledger', async () => {
    const at = fromSeconds(Date.now() / 1000);
    const live = new LiveContract(engine, await termsOf({ termStart: at.slice(0, 10) }));
    await live.tell(draftOf(live.terms, 'real', at));
    await live.tell({ type: 'contract.sent', at, dueAt: addSeconds(at, 3600) });
    await live.tell({ type: 'contract.signed', at, by: 'client', signer: 'Wang' });
    await lostTurn(live.id, { type: 'contract.signed', at, by: 'provider', signer: 'Li' });
    // The contract is to begin now, and its workflow sleeps.
    const patience = new Patience();
    const watch = new OverdueWatch(
      engine.orm,
      new Dispatcher(engine.orm, engine.client, patience, new ApiMetrics(engine.orm)),
    );
    await watch.work();
    expect((await live.row()).status).toBe('signed');

    await watch.work(-5);
    await eventually(
      () => live.row(),
      ({ status }) => status === 'active',
      60,
    );
    expect(await live.faults()).toEqual([]);
    // What this test tells by itself was never stored, which is named; its documents are nobody's here.
    const { differences } = await toldStory(engine, live.id);
    expect(differences.filter(({ kind }) => !/^(history\.interference|document\.)/.test(kind))).toEqual([]);
  }, 90_000);
});
