import { type MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import {
  type Command,
  limitBefore,
  type Owner,
  ownerName,
  type Standpoint,
  type Turn,
} from '#domain/command';
import { fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { addSeconds, type Instant } from '#domain/time/instant';
import { Executor } from '#execution/executor';
import { Command as StoredCommand } from '#persistence/entities/command';
import { storeIntent } from '#persistence/queries/commands';
import { command, draftOf, freshName, month, SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

/** A real PostgreSQL with a database of its own; turns are taken as a workflow would, but ordered by the test. */
describe('a turn', () => {
  let database: MigratedDatabase;
  let orm: MikroORM;
  let terms: Terms;
  let client: pg.Client;

  beforeAll(async () => {
    database = await migratedDatabase();
    orm = database.orm;
    terms = await termsOf();
    client = new pg.Client(database.url);
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** Every row of a contract, but the commands. */
  async function rowsOf(contract: string): Promise<unknown[]> {
    const tables = ['contract', 'incident', 'ledger_entry', 'ledger_head'];
    const all = await Promise.all(
      tables.map((table) => {
        const owner = table === 'contract' ? 'id' : 'contract_id';
        return client.query(`select xmin, * from ${table} where ${owner} = $1 order by 2, 3`, [contract]);
      }),
    );
    return all.map(({ rows }) => rows);
  }

  const recorded = (at: Instant, severity = SEVERITY.high): Command['body'] => {
    return { type: 'request.recorded', at, severity, receivedAt: null };
  };

  const paid = (at: Instant, amount = 100): Command['body'] => {
    return { type: 'payment.received', at, amount: fen(amount), reference: null };
  };

  const refusal = ({ answer }: Standpoint): string => {
    return answer?.kind === 'refused' ? answer.code : `not refused: ${JSON.stringify(answer)}`;
  };

  it('taken twice writes once and answers the same', async () => {
    const office = await Office.opened(orm, terms);
    const at = shanghai('2025-01-06 09:00');
    const told = command(recorded(at));
    const turn: Turn = {
      contract: office.contract,
      owner: { kind: 'incident', request: 'A' },
      now: at,
      limit: limitBefore(told),
      command: told,
    };
    const first = await office.executor.take(turn);
    const before = await rowsOf(office.contract);
    const second = await new Executor(orm).take({ ...turn, now: addSeconds(at, 600) });
    expect(first.answer).toEqual({ kind: 'applied', sequence: (await office.ledger()).length });
    expect(second).toEqual({ ...first, written: [] });
    expect(await rowsOf(office.contract)).toEqual(before);
  });

  /** As the API has it: put on record when it happened, taken up at another instant. */
  async function takenUp(
    office: Office,
    owner: Owner,
    told: Command,
    now: Instant,
    storedAt = told.body.at,
  ): Promise<Standpoint> {
    const { contract } = office;
    const intent = { contract, owner: ownerName(owner), command: told };
    await orm.em.fork().transactional((em) => storeIntent(em, intent, storedAt));
    return office.executor.take({ contract, owner, now, limit: limitBefore(told), command: told });
  }

  it('of what was told at once takes what was overtaken, whatever was accounted for meanwhile', async () => {
    const office = await Office.opened(orm, terms);
    const at = shanghai('2025-01-03 10:00');
    await office.tell(paid(addSeconds(at, 9), 300));
    const told = command(paid(at, 200));
    const now = addSeconds(at, 30);
    expect((await takenUp(office, { kind: 'contract' }, told, now)).answer?.kind).toBe('applied');
    const line = (await office.ledger()).at(-1);
    expect(line).toMatchObject({ kind: 'payment.received', payload: { amount: '2.00', countsAt: at } });
    // Dated back by who tells it, it needs their reason.
    const dated = await office.tell(paid(addSeconds(at, -600)), { now });
    expect(refusal(dated)).toBe('lateFact');
  });

  it.each([
    [5, 'applied'],
    [6, 'refused'],
  ] as const)('of what was put on record %i s after it happened is %s', async (seconds, kind) => {
    const office = await Office.opened(orm, terms);
    const at = shanghai('2025-01-03 10:00');
    await office.tell(paid(addSeconds(at, 9), 300));
    const told = command(paid(at, 200));
    const [storedAt, now] = [addSeconds(at, seconds), addSeconds(at, 30)];
    const { answer } = await takenUp(office, { kind: 'contract' }, told, now, storedAt);
    expect(answer?.kind).toBe(kind);
  });

  it('of a request sets what comes in one moment behind one another', async () => {
    const office = await Office.opened(orm, terms);
    const at = shanghai('2025-01-06 09:00');
    await office.tellRequest('A', recorded(at));
    await office.tellRequest('A', { type: 'request.responded', at: addSeconds(at, 61) });
    const told = command({ type: 'request.workaround', at: addSeconds(at, 60) });
    const overtaken = await takenUp(office, { kind: 'incident', request: 'A' }, told, addSeconds(at, 61));
    expect(overtaken.answer?.kind).toBe('applied');
    expect((await office.ledger()).find(({ kind }) => kind === 'request.workaround')?.at).toBe(
      addSeconds(at, 61),
    );
  });

  it('taken twice at the same moment by two processes writes once', async () => {
    const office = await Office.opened(orm, terms);
    const before = (await office.ledger()).length;
    const told = command(paid(shanghai('2025-01-03 10:00')));
    const turn: Turn = {
      contract: office.contract,
      owner: { kind: 'contract' },
      now: told.body.at,
      limit: limitBefore(told),
      command: told,
    };
    const taken = await Promise.allSettled([office.executor.take(turn), new Executor(orm).take(turn)]);
    // One of them may find the other in the way; it is then taken again, as a workflow does.
    const answers = await Promise.all(
      taken.map(async (result) =>
        result.status === 'fulfilled' ? result.value : office.executor.take(turn),
      ),
    );
    expect(answers[0]?.answer).toEqual(answers[1]?.answer);
    expect((await office.ledger()).slice(before).map((line) => line.kind)).toEqual(['payment.received']);
    expect((await office.state()).unapplied + sumPaid(await office.state())).toBe(100);
  });

  it('carries a stored command out once, whoever stored it', async () => {
    const office = await Office.opened(orm, terms);
    const told = command(paid(shanghai('2025-01-08 10:00')));
    await office.tell(told.body, { id: told.id });
    const row = await orm.em.fork().findOneOrFail(StoredCommand, { id: told.id });
    expect(row).toMatchObject({
      contractId: office.contract,
      owner: 'contract',
      actor: 'tester',
      status: 'applied',
    });
    await office.tell(told.body, { id: told.id });
    expect((await office.ledger()).filter((line) => line.kind === 'payment.received')).toHaveLength(1);
  });

  it('of many owners at once, more than there are connections, leaves one chain without gaps', async () => {
    const office = await Office.opened(orm, terms);
    const at = shanghai('2025-01-06 09:00');
    const names = Array.from({ length: 12 }, (_, index) => `R${index}`);
    const executors = [office.executor, new Executor(orm), new Executor(orm)];
    const turnOf = (owner: Turn['owner'], body: Command['body']): Turn => {
      const told = command(body);
      return { contract: office.contract, owner, now: body.at, limit: limitBefore(told), command: told };
    };
    const work = names.map(async (request, index) => {
      const executor = executors[index % executors.length] ?? office.executor;
      const owner = { kind: 'incident', request } as const;
      for (const body of [
        recorded(at),
        { type: 'request.responded', at: addSeconds(at, 60 + index) },
        { type: 'request.paused', at: addSeconds(at, 120), reason: 'waitingForClient' },
        { type: 'request.resumed', at: addSeconds(at, 180 + index) },
        { type: 'request.resolved', at: addSeconds(at, 240) },
      ] satisfies Command['body'][]) {
        expect((await executor.take(turnOf(owner, body))).answer?.kind).toBe('applied');
      }
    });
    const payments = Array.from({ length: 12 }, async (_, index) => {
      const executor = executors[index % executors.length] ?? office.executor;
      expect((await executor.take(turnOf({ kind: 'contract' }, paid(at)))).answer?.kind).toBe('applied');
    });
    await Promise.all([...work, ...payments]);
    const { faults, lines } = await office.verify();
    expect(faults).toEqual([]);
    expect(lines).toBe((await office.ledger()).length);
    expect(sumPaid(await office.state())).toBe(12 * 100);
    const ordinals = await Promise.all(names.map(async (name) => (await office.requestRow(name)).ordinal));
    expect(new Set(ordinals).size).toBe(names.length);
  });

  it('that is refused changes nothing but its own answer', async () => {
    const office = await Office.opened(orm, terms);
    const at = shanghai('2025-01-06 09:00');
    await office.tellRequest('A', recorded(at));
    const before = await rowsOf(office.contract);
    const later = addSeconds(at, 60);
    const refused = await Promise.all([
      office.tell({ type: 'termination.exercised', at: later, by: 'client' }),
      office.tell({ type: 'contract.sent', at: later, dueAt: later }),
      office.tell({
        type: 'report.submitted',
        at: later,
        period: month('2025-01'),
        knowledgeBaseContributions: null,
      }),
      office.tell(draftOf(terms, 'manual', later)),
      office.tellRequest('A', recorded(later)),
      office.tellRequest('A', { type: 'request.resumed', at: later }),
      office.tellRequest('A', { type: 'request.paused', at: later, reason: 'no such reason' }),
      office.tellRequest('A', { type: 'request.responded', at: addSeconds(at, -60) }),
      office.tellRequest('B', { type: 'request.responded', at: later }),
      office.tellRequest('C', recorded(shanghai('2026-02-01'))),
    ]);
    expect(refused.map(refusal)).toEqual([
      'noRight',
      'wrongState',
      'tooEarly',
      'wrongState',
      'duplicateRequest',
      'wrongState',
      'invalidValue',
      'lateFact',
      'unknownRequest',
      'afterTerm',
    ]);
    expect(await rowsOf(office.contract)).toEqual(before);
    const stored = await orm.em
      .fork()
      .find(StoredCommand, { contractId: office.contract, status: 'refused' });
    expect(stored).toHaveLength(refused.length);
  });

  it('for a contract or a request that does not exist is answered, and its answer stays', async () => {
    const nobody = new Office(orm, terms, freshName('C'));
    const at = shanghai('2025-01-06 09:00');
    const told = await nobody.tell(paid(at), { id: 'pays nobody' });
    expect(told).toMatchObject({
      version: 0,
      status: 'unknown',
      over: true,
      answer: { code: 'unknownContract' },
    });
    const request = await nobody.tellRequest('A', recorded(at), { id: 'asks nobody' });
    expect(refusal(request)).toBe('unknownContract');
    const rows = await orm.em.fork().find(StoredCommand, { contractId: nobody.contract });
    expect(rows.map((row) => row.status)).toEqual(['refused', 'refused']);
    expect(await nobody.moveContract({ until: at, stage: 'all' })).toMatchObject({
      over: true,
      answer: null,
    });
  });

  it('keeps the deadlines that it fired before its command was refused', async () => {
    const office = await Office.opened(orm, terms);
    const at = shanghai('2025-01-06 09:00');
    await office.tellRequest('A', recorded(at));
    const before = (await office.ledger()).length;
    const told = await office.tellRequest('A', { type: 'request.resumed', at: addSeconds(at, 3600) });
    expect(refusal(told)).toBe('wrongState');
    expect(await office.linesAfter(before)).toEqual([`target.missed@${addSeconds(at, 1800)}`]);
    expect((await office.verify()).faults).toEqual([]);
  });

  it('does not close a month while a request has an undecided deadline before its end', async () => {
    const office = await Office.opened(orm, terms);
    const at = shanghai('2025-01-31 20:00');
    const close = shanghai('2025-02-01');
    await office.tellRequest('A', recorded(at));
    const before = (await office.ledger()).length;
    const waiting = await office.moveContract({ until: close, stage: 'all' });
    expect(waiting).toMatchObject({ blocked: true, nextAt: close, answer: null });
    const payment = await office.tell(paid(addSeconds(close, 60)), { id: 'waits for the close' });
    expect(payment).toMatchObject({ blocked: true, answer: null });
    const stored = await orm.em.fork().findOneOrFail(StoredCommand, { id: 'waits for the close' });
    expect(stored).toMatchObject({ status: 'pending', answer: null });
    expect((await office.linesAfter(before)).filter((line) => !line.startsWith('payment.reminded'))).toEqual([
      `invoice.overdue@${addSeconds(shanghai('2025-01-11'), 1)}`,
    ]);
    // The response was due at 20:30; the workaround is due at 04:00 of the next month and does not matter.
    await office.moveRequest('A', { until: close, stage: 'beforeEvents' });
    const paidNow = await office.tell(paid(addSeconds(close, 60)), { id: 'waits for the close' });
    expect(paidNow).toMatchObject({ blocked: false, answer: { kind: 'applied' } });
    expect(paidNow.written.map(({ kind }) => kind)).toEqual([
      'penalty.fixed',
      'report.drawnUp',
      'month.assessed',
      'invoice.issued',
      'payment.received',
    ]);
    expect((await office.verify()).faults).toEqual([]);
  });

  /** A contract with three failed months, and a request whose response deadline is undecided when it is exercised. */
  async function aboutToExercise(): Promise<{ office: Office; exercisedAt: Instant }> {
    const office = await Office.opened(orm, terms);
    for (const month of ['01', '02', '03']) {
      await office.tellRequest(`M${month}`, recorded(shanghai(`2025-${month}-06 09:00`), SEVERITY.critical));
      await office.moveThrough(shanghai(`2025-${month}-06 18:00`));
    }
    await office.moveThrough(shanghai('2025-04-01'));
    const at = shanghai('2025-04-02 09:00');
    await office.tellRequest('late', recorded(at, SEVERITY.critical));
    return { office, exercisedAt: addSeconds(at, 3600) };
  }

  it('that looks at the requests waits for their deadlines before it', async () => {
    const { office, exercisedAt } = await aboutToExercise();
    const before = (await office.ledger()).length;
    const exercise = { type: 'termination.exercised', at: exercisedAt, by: 'client' } as const;
    expect(await office.tell(exercise, { id: 'exercise' })).toMatchObject({ blocked: true, answer: null });
    expect(await office.linesAfter(before)).toEqual([]);
    await office.moveRequest('late', { until: exercisedAt, stage: 'beforeEvents' });
    expect(await office.tell(exercise, { id: 'exercise' })).toMatchObject({ answer: { kind: 'applied' } });
    const state = await office.state();
    expect(state.misses.filter((miss) => miss.request === 'late').map((miss) => miss.target)).toEqual([
      'response',
    ]);
    expect((await office.verify()).faults).toEqual([]);
  });

  it('of a live request waits for the begin of its contract, which may be a few seconds behind', async () => {
    const office = await Office.signed(orm, terms, 'real');
    const at = addSeconds(terms.startsAt, 5);
    const id = freshName('record');
    expect(await office.tellRequest('A', recorded(at), { id })).toMatchObject({
      blocked: true,
      answer: null,
    });
    await office.moveContract({ until: addSeconds(at, 10), stage: 'all' });
    expect(await office.tellRequest('A', recorded(at), { id })).toMatchObject({
      answer: { kind: 'applied' },
    });
    expect((await office.requestState('A')).recordedAt).toBe(at);
    expect((await office.verify()).faults).toEqual([]);
  });

  it('of a live request waits for the end of its contract, which may be a few seconds behind', async () => {
    const office = await Office.signed(orm, terms, 'real');
    await office.moveThrough(terms.startsAt);
    const endedAt = shanghai('2025-01-20 12:00');
    await office.tell({ type: 'termination.agreed', at: shanghai('2025-01-10 12:00'), effectiveAt: endedAt });
    await office.tellRequest('A', recorded(addSeconds(endedAt, -60)));
    const events: [string, Command['body']][] = [
      ['A', { type: 'request.responded', at: addSeconds(endedAt, 3) }],
      ['B', recorded(addSeconds(endedAt, 3))],
    ];
    for (const [request, body] of events) {
      expect(await office.tellRequest(request, body, { id: `${office.contract}/${request}` })).toMatchObject({
        blocked: true,
        answer: null,
      });
    }
    await office.moveContract({ until: addSeconds(endedAt, 20), stage: 'all' });
    const answers = [];
    for (const [request, body] of events)
      answers.push((await office.tellRequest(request, body, { id: `${office.contract}/${request}` })).answer);
    expect(answers).toMatchObject([{ kind: 'applied' }, { kind: 'refused', code: 'afterTerm' }]);
    const { targets } = await office.requestState('A');
    expect(targets.map((target) => target.outcome)).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    expect((await office.verify()).faults).toEqual([]);
  });

  it.each([
    ['exercised', async () => await exercised()],
    ['agreed', async () => await agreed()],
    ['run out', async () => await runOut()],
  ])('ends all requests in the transaction that ends the contract: %s', async (_, end) => {
    const { office, standpoint, endedAt } = await end();
    const rows = await office.ledger();
    const ended = rows.filter((line) => line.kind === 'contract.ended');
    expect(ended.map((line) => [line.owner, line.at])).toEqual([
      ['contract', endedAt],
      ...standpoint.endedRequests.map((request) => [`request/${request}`, endedAt]),
    ]);
    expect(standpoint.endedRequests.length).toBeGreaterThan(1);
    const { rows: transactions } = await client.query(
      `select distinct xmin from ledger_entry where contract_id = $1 and kind = 'contract.ended'
       union select xmin from contract where id = $1 and status <> 'closed'
       union select xmin from incident where contract_id = $1`,
      [office.contract],
    );
    expect(transactions).toHaveLength(1);
    for (const request of standpoint.endedRequests) {
      const state = await office.requestState(request);
      expect(state.contractEndedAt).toBe(endedAt);
      expect(state.targets.filter((target) => target.outcome === 'pending')).toEqual([]);
    }
    expect((await office.verify()).faults).toEqual([]);
  });

  async function exercised(): Promise<{ office: Office; standpoint: Standpoint; endedAt: Instant }> {
    const { office, exercisedAt } = await aboutToExercise();
    await office.moveRequest('late', { until: exercisedAt, stage: 'beforeEvents' });
    const standpoint = await office.tell({ type: 'termination.exercised', at: exercisedAt, by: 'client' });
    return { office, standpoint, endedAt: exercisedAt };
  }

  async function agreed(): Promise<{ office: Office; standpoint: Standpoint; endedAt: Instant }> {
    const office = await Office.opened(orm, terms);
    const endedAt = shanghai('2025-01-20 12:00');
    await office.tell({ type: 'termination.agreed', at: shanghai('2025-01-10 12:00'), effectiveAt: endedAt });
    for (const request of ['A', 'B', 'C'])
      await office.tellRequest(request, recorded(addSeconds(endedAt, -60)));
    const standpoint = await office.moveContract({ until: endedAt, stage: 'all' });
    return { office, standpoint, endedAt };
  }

  async function runOut(): Promise<{ office: Office; standpoint: Standpoint; endedAt: Instant }> {
    const office = await Office.opened(orm, await termsOf({ termMonths: 2 }));
    const endedAt = office.terms.endsAt;
    await office.moveThrough(addSeconds(endedAt, -3600));
    for (const request of ['A', 'B']) await office.tellRequest(request, recorded(addSeconds(endedAt, -60)));
    const standpoint = await office.moveContract({ until: endedAt, stage: 'all' });
    return { office, standpoint, endedAt };
  }
});

function sumPaid(state: { invoices: readonly { paid: number }[] }): number {
  return state.invoices.reduce((sum, invoice) => sum + invoice.paid, 0);
}
