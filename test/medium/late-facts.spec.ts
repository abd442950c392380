import { type MikroORM } from '@mikro-orm/postgresql';
import { type Command, type Standpoint } from '#domain/command';
import { standingPenalties } from '#domain/contract/account';
import { assessMonths } from '#domain/contract/months';
import { type Severity } from '#domain/incident/events';
import { fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { addSeconds, type Instant } from '#domain/time/instant';
import { month, SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

const LATE = { lateReason: 'the desk noted it on paper' };

/** A real PostgreSQL with a database of its own; every contract that a test made is verified when the test is over. */
describe('a fact told late', () => {
  let database: MigratedDatabase;
  let orm: MikroORM;
  let terms: Terms;
  const offices: Office[] = [];

  beforeAll(async () => {
    database = await migratedDatabase();
    orm = database.orm;
    terms = await termsOf();
  });

  afterEach(async () => {
    const made = offices.splice(0);
    expect(made).not.toHaveLength(0);
    for (const office of made) expect((await office.verify()).faults).toEqual([]);
  });

  afterAll(() => database.drop());

  async function opened(of: Terms = terms): Promise<Office> {
    const office = await Office.opened(orm, of);
    offices.push(office);
    return office;
  }

  function record(office: Office, request: string, at: Instant, severity: Severity): Promise<Standpoint> {
    return office.tellRequest(request, { type: 'request.recorded', at, severity, receivedAt: null });
  }

  /** A critical request whose response (by 09:15) nobody told of; its workaround was in time. */
  async function unanswered(office: Office, request: string, date: string): Promise<void> {
    await record(office, request, shanghai(`${date} 09:00`), SEVERITY.critical);
    await office.moveThrough(shanghai(`${date} 10:00`));
    await office.tellRequest(request, { type: 'request.resolved', at: shanghai(`${date} 11:00`) });
  }

  const responded = (date: string): Command['body'] => ({
    type: 'request.responded',
    at: shanghai(`${date} 09:10`),
  });

  /** What is written from here on: `owner kind@instant`. */
  async function writtenBy(office: Office, telling: () => Promise<Standpoint>): Promise<string[]> {
    const before = (await office.ledger()).length;
    expect(await telling()).toMatchObject({ answer: { kind: 'applied' } });
    return (await office.ledger()).slice(before).map(({ owner, kind, at }) => `${owner} ${kind}@${at}`);
  }

  it('annuls a miss of a month that is still open, which then costs nothing', async () => {
    const office = await opened();
    await unanswered(office, 'A', '2025-01-06');
    expect((await office.requestState('A')).misses).toHaveLength(1);
    const written = await writtenBy(office, () => office.tellRequest('A', responded('2025-01-06'), LATE));
    expect(written).toEqual([
      `request/A request.responded@${shanghai('2025-01-06 09:10')}`,
      `request/A miss.annulled@${shanghai('2025-01-06 09:15')}`,
    ]);
    await office.moveThrough(shanghai('2025-02-01'));
    const state = await office.state();
    expect([
      state.misses,
      assessMonths(office.terms, state)[0]?.failed,
      state.invoices.at(-1)?.credited,
    ]).toEqual([[], false, 0]);
  });

  it('annuls a miss whose month has closed: the penalty no longer stands, the month is assessed again', async () => {
    const office = await opened();
    await unanswered(office, 'A', '2025-01-06');
    const close = shanghai('2025-02-01');
    await office.moveContract({ until: close, stage: 'beforeEvents' });
    expect(standingPenalties((await office.state()).misses)).toBe(120_000);
    const written = await writtenBy(office, () => office.tellRequest('A', responded('2025-01-06'), LATE));
    expect(written).toEqual([
      `request/A request.responded@${shanghai('2025-01-06 09:10')}`,
      `request/A miss.annulled@${shanghai('2025-01-06 09:15')}`,
      `contract miss.annulled@${close}`,
      `contract month.reassessed@${close}`,
    ]);
    await office.moveThrough(close);
    const state = await office.state();
    expect(standingPenalties(state.misses)).toBe(0);
    expect(assessMonths(office.terms, state)).toMatchObject([
      { period: '2025-01', misses: 0, failed: false },
    ]);
    expect(state.invoices.at(-1)).toMatchObject({ period: '2025-02', credited: 0 });
  });

  it('annuls a miss that was credited: the invoice stays, later credits are netted', async () => {
    const office = await opened();
    await unanswered(office, 'A', '2025-01-06');
    await office.moveThrough(shanghai('2025-02-02'));
    expect((await office.state()).invoices.at(-1)).toMatchObject({ period: '2025-02', credited: 120_000 });
    await unanswered(office, 'B', '2025-02-06');
    await office.tellRequest('A', responded('2025-01-06'), LATE);
    await office.moveThrough(shanghai('2025-03-02'));
    await unanswered(office, 'C', '2025-03-06');
    await office.moveThrough(shanghai('2025-04-02'));
    const { invoices, misses } = await office.state();
    // B's penalty was paid by what A had been credited too much; C's is credited in April.
    expect(invoices.map((invoice) => invoice.credited)).toEqual([0, 120_000, 0, 120_000]);
    expect(standingPenalties(misses)).toBe(240_000);
  });

  it('takes a termination right away whose months it breaks', async () => {
    const office = await opened();
    for (const date of ['2025-01-06', '2025-02-06', '2025-03-06']) await unanswered(office, `R${date}`, date);
    await office.moveThrough(shanghai('2025-04-01'));
    expect((await office.state()).rights).toHaveLength(1);
    const written = await writtenBy(office, () =>
      office.tellRequest('R2025-02-06', responded('2025-02-06'), LATE),
    );
    expect(written.at(-1)).toMatch(/^contract terminationRight.lost@/);
    expect((await office.state()).rights).toEqual([]);
    const exercise = await office.tell({
      type: 'termination.exercised',
      at: shanghai('2025-04-02'),
      by: 'client',
    });
    expect(exercise.answer).toMatchObject({ kind: 'refused', code: 'noRight' });
  });

  it('revises the settlement of a contract that has ended, and that of one that is closed', async () => {
    const office = await opened(await termsOf({ termMonths: 1 }));
    await unanswered(office, 'A', '2025-01-06');
    await office.moveThrough(shanghai('2025-02-10'));
    const end = await office.state();
    expect([end.status, standingPenalties(end.misses)]).toEqual(['expired', 10_000]);
    const written = await writtenBy(office, () => office.tellRequest('A', responded('2025-01-06'), LATE));
    expect(written.at(-1)).toMatch(/^contract settlement.revised@/);
    expect(standingPenalties((await office.state()).misses)).toBe(0);
  });

  it('that is a pause moves the deadlines as if it had been told in time', async () => {
    const facts: readonly [string, Command['body']][] = [
      ['10:00', { type: 'request.paused', at: shanghai('2025-01-06 10:00'), reason: 'waitingForClient' }],
      ['12:00', { type: 'request.resumed', at: shanghai('2025-01-06 12:00') }],
    ];
    const path: Command['body'] = { type: 'request.path', at: shanghai('2025-01-06 21:00') };
    const start = async (): Promise<Office> => {
      const office = await opened();
      await record(office, 'A', shanghai('2025-01-06 09:00'), SEVERITY.high);
      await office.tellRequest('A', responded('2025-01-06'));
      return office;
    };
    const inTime = await start();
    for (const [, fact] of facts) await inTime.tellRequest('A', fact);
    await inTime.moveThrough(shanghai('2025-01-06 20:00'));
    await inTime.tellRequest('A', path);

    const late = await start();
    await late.moveThrough(shanghai('2025-01-06 20:00'));
    await late.tellRequest('A', path);
    expect((await late.requestState('A')).misses.map((miss) => miss.at)).toEqual([
      shanghai('2025-01-06 17:00'),
    ]);
    const [pause, resumption] = facts;
    const paused = await writtenBy(late, () => late.tellRequest('A', pause?.[1] ?? path, LATE));
    expect(paused).toEqual([
      `request/A request.paused@${shanghai('2025-01-06 10:00')}`,
      `request/A miss.annulled@${shanghai('2025-01-06 17:00')}`,
    ]);
    const resumed = await writtenBy(late, () => late.tellRequest('A', resumption?.[1] ?? path, LATE));
    expect(resumed).toEqual([
      `request/A request.resumed@${shanghai('2025-01-06 12:00')}`,
      `request/A target.missed@${shanghai('2025-01-06 19:00')}`,
    ]);
    expect(await late.requestState('A')).toEqual(await inTime.requestState('A'));
    const [told, untold] = [await late.requestRow('A'), await inTime.requestRow('A')];
    expect([told.nextAt, told.status]).toEqual([untold.nextAt, untold.status]);
  });

  it('is refused where it contradicts a later fact, and where it lies before the record', async () => {
    const office = await opened();
    await record(office, 'A', shanghai('2025-01-06 09:00'), SEVERITY.high);
    for (const [type, time] of [
      ['request.paused', '10:00'],
      ['request.resumed', '12:00'],
    ] as const) {
      await office.tellRequest('A', {
        type,
        at: shanghai(`2025-01-06 ${time}`),
        reason: 'changeWindow',
      } as Command['body']);
    }
    const before = [await office.ledger(), await office.requestRow('A')];
    const facts: Command['body'][] = [
      { type: 'request.paused', at: shanghai('2025-01-06 11:00'), reason: 'other' },
      { type: 'request.resolved', at: shanghai('2025-01-06 11:00') },
      { type: 'request.closed', at: shanghai('2025-01-06 11:30') },
      { type: 'request.responded', at: shanghai('2025-01-06 08:59') },
    ];
    const codes = [];
    for (const fact of facts) codes.push((await office.tellRequest('A', fact, LATE)).answer);
    expect(codes.map((answer) => answer?.kind === 'refused' && answer.code)).toEqual([
      'wrongState',
      'wrongState',
      'wrongState',
      'lateFact',
    ]);
    expect([await office.ledger(), await office.requestRow('A')]).toEqual(before);
  });

  it('is refused without a reason, to a request as to the contract', async () => {
    const office = await opened();
    await unanswered(office, 'A', '2025-01-06');
    await office.moveThrough(shanghai('2025-02-10'));
    const before = [await office.ledger(), await office.requestRow('A'), await office.row()];
    const answers = [
      await office.tellRequest('A', responded('2025-01-06')),
      await office.tell({
        type: 'payment.received',
        at: shanghai('2025-02-09'),
        amount: fen(100),
        reference: null,
      }),
      await office.tell({
        type: 'report.submitted',
        at: shanghai('2025-02-05'),
        period: month('2025-01'),
        knowledgeBaseContributions: null,
      }),
    ];
    // The contract's last deadline before was the report's, on the 6th: a payment of the 9th is not late.
    expect(answers.map(({ answer }) => (answer?.kind === 'refused' ? answer.code : answer?.kind))).toEqual([
      'lateFact',
      'applied',
      'lateFact',
    ]);
    expect(await office.requestRow('A')).toEqual(before[1]);
    expect((await office.ledger()).length).toBe((before[0] as unknown[]).length + 1);
  });

  it('that is a payment or a report counts from when it was; marks that were made stay', async () => {
    const office = await opened();
    await office.moveThrough(shanghai('2025-02-12'));
    const payment = { type: 'payment.received', at: shanghai('2025-01-09'), amount: fen(2_000_000) } as const;
    const report = {
      type: 'report.submitted',
      at: shanghai('2025-02-04'),
      period: month('2025-01'),
    } as const;
    const through = (await office.state()).through;
    const written = [
      ...(await writtenBy(office, () => office.tell({ ...payment, reference: '2025-01' }, LATE))),
      ...(await writtenBy(office, () => office.tell({ ...report, knowledgeBaseContributions: 2 }, LATE))),
    ];
    expect(written).toEqual([`contract payment.received@${through}`, `contract report.submitted@${through}`]);
    const lines = (await office.ledger()).slice(-2);
    expect(lines[0]?.payload).toMatchObject({ countsAt: payment.at, ...LATE });
    expect(lines[1]?.payload).toMatchObject({ countsAt: report.at, late: false, ...LATE });
    const { invoices, reports } = await office.state();
    expect(invoices[0]).toMatchObject({ paid: 2_000_000, overdueMarked: true });
    expect(reports[0]).toMatchObject({ submittedAt: report.at, breachMarked: true });
  });

  it('that is no late fact is taken as usual, reason or not', async () => {
    const office = await opened();
    await record(office, 'A', shanghai('2025-01-06 09:00'), SEVERITY.critical);
    const before = (await office.ledger()).length;
    await office.tellRequest('A', responded('2025-01-06'), LATE);
    const [line] = (await office.ledger()).slice(before);
    expect(line?.payload).not.toHaveProperty('lateReason');
    expect((await office.requestState('A')).through).toBe(addSeconds(shanghai('2025-01-06 09:00'), 600));
  });
});
