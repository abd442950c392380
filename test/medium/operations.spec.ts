import { type MikroORM } from '@mikro-orm/postgresql';
import { addSeconds, instant } from '#domain/time/instant';
import { openDatabase } from '#persistence/database';
import { OperationLine } from '#persistence/entities/operation';
import {
  type LineEnd,
  putOffLine,
  settleLine,
  takeLine,
  type TakenLine,
} from '#persistence/queries/operation-work';
import { addOperation, cancelOperation, findOperation } from '#persistence/queries/operations';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';

const NOW = instant('2026-03-01T00:00:00Z');
const LEASE_SECONDS = 20;
const LATER = addSeconds(NOW, LEASE_SECONDS);
const CALLER = { name: 'program', role: 'integration', clients: ['acme'] };
const SUCCEEDED: LineEnd = { status: 'succeeded', contract: 'C-1' };
const PROBLEM = { code: 'invalidRequest' };

/** Operations in a real PostgreSQL, worked on by two that have connections of their own, as two processes have. */
let database: MigratedDatabase;
let second: MikroORM;
let made = 0;

beforeAll(async () => {
  database = await migratedDatabase();
  second = await openDatabase(database.url);
});

afterAll(async () => {
  await second.close();
  await database.drop();
});

// What one test leaves is not to be taken by the next.
afterEach(async () => {
  await database.orm.em.fork().execute('truncate operation_line, operation');
});

async function operation(lines: number, faulty = 0): Promise<string> {
  made += 1;
  const id = `O-${made.toString(16).padStart(16, '0')}`;
  const wanted = {
    id,
    kind: 'contractStarts' as const,
    goal: 'draft' as const,
    caller: CALLER,
    lines: Array.from({ length: lines }, (_, index) => ({
      number: index + 1,
      reference: `R-${index + 1}`,
      content: index < faulty ? { problem: PROBLEM } : { document: `{"n":${index}}` },
    })),
  };
  const both = await Promise.all([
    addOperation(database.orm.em.fork(), wanted, NOW),
    addOperation(second.em.fork(), wanted, NOW),
  ]);
  expect(both.map((row) => row.id)).toEqual([id, id]);
  return id;
}

const take = (orm = database.orm, at = NOW) => takeLine(orm.em.fork(), at, LEASE_SECONDS);
const settle = (taken: TakenLine, end: LineEnd, orm = database.orm) =>
  settleLine(orm.em.fork(), taken.line, end, NOW);
const row = async (id: string) => {
  const found = await findOperation(database.orm.em.fork(), id, null);
  if (!found) throw new Error(`${id} is not there`);
  return found;
};
const linesOf = (operationId: string) =>
  database.orm.em.fork().find(OperationLine, { operationId }, { orderBy: { number: 'asc' } });

async function taken(orm = database.orm, at = NOW): Promise<TakenLine> {
  const found = await take(orm, at);
  if (!found) throw new Error('no line is due');
  return found;
}

/** Takes and settles until nothing is due. Gives the numbers that it took. */
async function lane(orm: MikroORM, endOf: (number: number) => LineEnd): Promise<number[]> {
  const numbers: number[] = [];
  for (let next = await take(orm); next; next = await take(orm)) {
    numbers.push(next.line.number);
    expect(await settle(next, endOf(next.line.number), orm)).toBe(true);
  }
  return numbers;
}

it('two runners with four lanes each take every line once, and the last one ends the operation', async () => {
  const id = await operation(200, 20);
  expect(await row(id)).toMatchObject({
    status: 'queued',
    total: 200,
    waiting: 180,
    failed: 20,
    endedAt: null,
  });
  const endOf = (number: number): LineEnd =>
    number % 10 === 0 ? { status: 'failed', contract: null, problem: PROBLEM } : SUCCEEDED;
  const lanes = [database.orm, second].flatMap((orm) => Array.from({ length: 4 }, () => lane(orm, endOf)));
  const numbers = await Promise.all(lanes);
  expect(numbers.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 180 }, (_, index) => index + 21));
  // Nobody was left waiting for the other.
  expect(numbers.filter((each) => each.length === 0)).toEqual([]);
  expect(await row(id)).toMatchObject({
    status: 'completed',
    waiting: 0,
    running: 0,
    succeeded: 162,
    failed: 38,
    startedAt: NOW,
    endedAt: NOW,
  });
  expect((await linesOf(id)).filter(({ document }) => document != null)).toEqual([]);
});

it('an operation without one good line is over at once', async () => {
  expect(await row(await operation(3, 3))).toMatchObject({ status: 'completed', failed: 3, endedAt: NOW });
  expect(await take()).toBeNull();
});

it('a small operation does not wait for all of a large one', async () => {
  await operation(50);
  const small = await operation(1);
  const first = [await taken(), await taken()];
  expect(first.map(({ operation: { id } }) => id)).toContain(small);
});

it('a line of whoever was killed is taken by another, and who comes back too late says nothing', async () => {
  const id = await operation(1);
  const killed = await taken();
  expect(await take(second)).toBeNull();
  const again = await taken(second, LATER);
  expect(again.line).toMatchObject({ number: 1, attempts: 2, document: '{"n":0}' });
  expect(await settle(killed, { status: 'failed', contract: null, problem: PROBLEM })).toBe(false);
  await putOffLine(database.orm.em.fork(), killed.line, { at: NOW, isFailure: true });
  expect(await settle(again, SUCCEEDED, second)).toBe(true);
  expect(await settle(again, SUCCEEDED, second)).toBe(false);
  expect(await row(id)).toMatchObject({ status: 'completed', succeeded: 1, failed: 0 });
  expect(await linesOf(id)).toMatchObject([{ contractId: 'C-1', problem: null, failures: 0 }]);
});

it('what has no answer yet stays begun and is due again when it was put off to', async () => {
  const id = await operation(1);
  const { line } = await taken();
  await putOffLine(database.orm.em.fork(), line, { at: addSeconds(NOW, 5), isFailure: true });
  expect(await row(id)).toMatchObject({ status: 'running', waiting: 0, running: 1 });
  expect(await take(second, addSeconds(NOW, 4))).toBeNull();
  expect((await taken(second, addSeconds(NOW, 5))).line).toMatchObject({ attempts: 2, failures: 1 });
});

it('cancelling skips what nobody has begun, and ends once what was begun is over', async () => {
  const id = await operation(10);
  const begun = await taken();
  const cancel = (by: string) => cancelOperation(second.em.fork(), id, { by, because: 'asked' }, NOW);
  expect(await cancel('first')).toBe(true);
  expect(await cancel('again')).toBe(true);
  expect(await row(id)).toMatchObject({ status: 'cancelling', running: 1, skipped: 9, cancelledBy: 'first' });
  expect((await linesOf(id)).filter(({ document }) => document != null)).toHaveLength(1);
  expect(await take()).toBeNull();
  // Also by whoever takes it from a process that was killed.
  const again = await taken(second, LATER);
  expect(again.line.number).toBe(begun.line.number);
  expect(await settle(again, SUCCEEDED)).toBe(true);
  expect(await row(id)).toMatchObject({ status: 'cancelled', succeeded: 1, skipped: 9, endedAt: NOW });
  expect(await cancel('after')).toBe(true);
});

it('cancels while eight lanes work, and no line is lost between', async () => {
  const id = await operation(120);
  const lanes = [database.orm, second].flatMap((orm) =>
    Array.from({ length: 4 }, () => lane(orm, () => SUCCEEDED)),
  );
  const cancels = [database.orm, second].map((orm) =>
    cancelOperation(orm.em.fork(), id, { by: 'somebody', because: 'asked' }, NOW),
  );
  const [numbers] = await Promise.all([Promise.all(lanes), Promise.all(cancels)]);
  const { status, succeeded, skipped, waiting, running } = await row(id);
  expect({ status, waiting, running, sum: succeeded + skipped }).toEqual({
    status: 'cancelled',
    waiting: 0,
    running: 0,
    sum: 120,
  });
  expect(numbers.flat()).toHaveLength(succeeded);
});

it('what is completed is not cancelled', async () => {
  const id = await operation(1, 1);
  expect(await cancelOperation(second.em.fork(), id, { by: 'late', because: 'asked' }, NOW)).toBe(false);
  expect(await row(id)).toMatchObject({ status: 'completed', cancelledBy: null });
});
