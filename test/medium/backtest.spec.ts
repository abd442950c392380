import { type MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { EVENT_RANK } from '#domain/contract/deadlines';
import { type Instant } from '#domain/time/instant';
import { readScenarioDocument } from '#rehearsal/scenario';
import { contractEvent, incidentCommand } from '#rehearsal/events';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { backtestAll } from '#backtest/backtest-all';
import { type Amendment } from '#backtest/amendment';
import { type ContractComparison } from '#backtest/comparison';
import { beginShadow, endShadow, lookAtShadow, reportShadows, type ShadowSight } from '#backtest/shadows';
import { type ContractOutcome, Tester } from '#backtest/tester';
import { SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';
import { randomScenario } from '../support/scenarios.js';

const PRESENT = '2026-11-25T00:00:00Z' as Instant;

/** Real PostgreSQL, the real executor; a database of its own. */
describe('a back-test over recorded facts', () => {
  let database: MigratedDatabase;
  let orm: MikroORM;
  let reader: pg.Client;

  beforeAll(async () => {
    database = await migratedDatabase();
    orm = database.orm;
    reader = new pg.Client(database.url);
    await reader.connect();
  });

  afterAll(async () => {
    await reader.end();
    await database.drop();
  });

  const test = (contract: string, amendment: Amendment): Promise<ContractOutcome> =>
    new Tester(orm).test(contract, { id: 'job', amendment, present: PRESENT });

  const compared = async (contract: string, amendment: Amendment): Promise<ContractComparison> => {
    const outcome = await test(contract, amendment);
    if (!('comparison' in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.comparison;
  };

  /** Everything that a back-test must leave alone. */
  const fingerprint = async (): Promise<unknown> => {
    const { rows } = await reader.query(`
      select (select md5(string_agg(h::text, '|' order by contract_id)) from ledger_head h) as heads,
             (select md5(string_agg(c::text, '|' order by id)) from contract c) as contracts,
             (select md5(string_agg(i::text, '|' order by contract_id, request)) from incident i) as incidents,
             (select count(*) from ledger_entry) as lines, (select count(*) from command) as commands`);
    return rows[0];
  };

  /** January and February of a contract: a late response, one that misses nothing, a payment, a waiver. */
  async function twoMonths(): Promise<Office> {
    const office = await Office.opened(orm, await termsOf());
    const at = shanghai;
    const tell = (request: string, type: 'request.responded' | 'request.resolved', when: string) =>
      office.tellRequest(request, { type, at: at(when) });
    const record = (request: string, when: string) =>
      office.tellRequest(request, {
        type: 'request.recorded',
        at: at(when),
        severity: SEVERITY.critical,
        receivedAt: null,
      });
    await record('A', '2025-01-06 09:00');
    await tell('A', 'request.responded', '2025-01-06 09:10');
    await tell('A', 'request.resolved', '2025-01-06 11:00');
    await record('B', '2025-01-07 09:00');
    await office.moveRequest('B', { until: at('2025-01-07 09:20'), stage: 'all' });
    await tell('B', 'request.responded', '2025-01-07 09:20');
    await tell('B', 'request.resolved', '2025-01-07 10:00');
    await office.tell({
      type: 'miss.waived',
      at: at('2025-01-08 12:00'),
      request: 'B',
      target: 'response',
      reason: 'an outage of the client',
      by: 'manager',
    });
    await office.moveThrough(at('2025-02-02 00:00'));
    await office.tell({
      type: 'payment.received',
      at: at('2025-02-03 10:00'),
      amount: 2_000_000 as never,
      reference: '2025-01',
    });
    return office;
  }

  const fiveMinutes: Amendment = {
    targets: {
      critical: [
        { kind: 'response', measure: { unit: 'minutes', amount: 5 } },
        { kind: 'workaround', measure: { unit: 'minutes', amount: 240 } },
      ],
    },
  };

  it('reproduces the read model under the terms as they are, and finds no change', async () => {
    const office = await twoMonths();
    const comparison = await compared(office.contract, { targets: { low: lowTargets } });
    expect(comparison).toMatchObject({ differs: [], reproduced: true, changed: false, refused: [] });
    expect(comparison.before).toEqual(comparison.after);
    expect(comparison.before).toMatchObject({ requests: 2, misses: 1, waived: 1, penalties: '0.00' });
  });

  const lowTargets: NonNullable<Amendment['targets']>[string] = [
    { kind: 'response', measure: { unit: 'minutes', amount: 480 } },
    { kind: 'resolution', measure: { unit: 'workingDays', amount: 3 } },
  ];

  it('tells what a shorter response time would have changed, and writes nothing', async () => {
    const office = await twoMonths();
    const before = await fingerprint();
    const comparison = await compared(office.contract, fiveMinutes);
    expect(comparison.reproduced).toBe(true);
    expect(comparison.requests.map(({ request }) => request)).toEqual(['A', 'B']);
    expect(comparison.misses).toEqual([
      {
        key: 'B response',
        before: expect.objectContaining({ at: shanghai('2025-01-07 09:15'), waived: true, penalty: '0.00' }),
        after: expect.objectContaining({ at: shanghai('2025-01-07 09:05'), waived: true, penalty: '0.00' }),
      },
      {
        key: 'A response',
        before: null,
        after: expect.objectContaining({ at: shanghai('2025-01-06 09:05'), penalty: '1200.00' }),
      },
    ]);
    expect(comparison.months).toEqual([
      {
        key: '2025-01',
        before: { misses: 1, waived: 1, failed: false, streak: 0 },
        after: { misses: 2, waived: 1, failed: true, streak: 1 },
      },
    ]);
    expect(comparison.invoices).toEqual([
      {
        key: '2025-02',
        before: expect.objectContaining({ credited: '0.00', payable: '20000.00' }),
        after: expect.objectContaining({ credited: '1200.00', payable: '18800.00' }),
      },
    ]);
    expect(await fingerprint()).toEqual(before);
  });

  it('lists a waiver of a miss that would not have been as no longer possible, and goes on', async () => {
    const office = await twoMonths();
    const comparison = await compared(office.contract, { parameters: { responseCriticalMinutes: 30 } });
    expect(comparison.misses).toEqual([{ key: 'B response', before: expect.anything(), after: null }]);
    expect(comparison.refused).toEqual([
      expect.objectContaining({ type: 'miss.waived', request: 'B', code: 'unknownMiss' }),
    ]);
    expect(comparison.after).toMatchObject({ misses: 0, failedMonths: 0, invoiced: '40000.00' });
  });

  it('takes a late fact when it was told, and reproduces the annulment that it brought', async () => {
    const office = await Office.opened(orm, await termsOf());
    const at = shanghai('2025-01-06 09:00');
    const recorded = { type: 'request.recorded', at, severity: SEVERITY.critical, receivedAt: null } as const;
    await office.tellRequest('A', recorded);
    await office.moveThrough(shanghai('2025-02-02 00:00'));
    await office.tellRequest(
      'A',
      { type: 'request.responded', at: shanghai('2025-01-06 09:10') },
      { lateReason: 'noted on paper', now: shanghai('2025-02-02 09:00') },
    );
    await office.moveThrough(shanghai('2025-03-02 00:00'));
    const comparison = await compared(office.contract, fiveMinutes);
    expect(comparison).toMatchObject({ reproduced: true, differs: [] });
    expect((await office.state()).misses.filter(({ annulledAt }) => annulledAt !== null)).toHaveLength(1);
    expect(comparison.misses.map(({ key }) => key)).toEqual(['A response']);
  });

  it('reproduces what the executor made of random scenarios', async () => {
    for (let seed = 1; seed <= 4; seed++) {
      const office = await played(seed);
      const comparison = await compared(office.contract, { targets: { low: lowTargets } });
      expect([seed, comparison.reproduced, comparison.differs]).toEqual([seed, true, []]);
    }
  }, 180_000);

  /** Tells a random scenario to the executor, everything in the order of the law. */
  async function played(seed: number): Promise<Office> {
    const read = readScenarioDocument(randomScenario(seed, 8));
    const { scenario } = read;
    if (!scenario?.until) throw new Error('no scenario');
    const made = await scenarioTerms(scenario);
    if ('faults' in made) throw new Error(JSON.stringify(made.faults));
    const office = await Office.opened(orm, made.terms);
    for (const placed of scenario.events) {
      await moveBefore(office, placed.at);
      const { event } = placed;
      const { answer } =
        'request' in event && event.type !== 'miss.waived'
          ? await office.tellRequest(event.request, incidentCommand(placed))
          : await office.tell(contractEvent(placed));
      if (answer?.kind !== 'applied') throw new Error(`${event.type}: ${JSON.stringify(answer)}`);
    }
    await office.moveThrough(scenario.until);
    return office;
  }

  async function moveBefore(office: Office, at: Instant): Promise<void> {
    for (;;) {
      const { nextAt, nextRank } = await office.row();
      const isBefore = nextAt != null && (nextAt < at || (nextAt === at && (nextRank ?? 0) < EVENT_RANK));
      if (!isBefore) break;
      await moveRequests(office, nextAt);
      await office.moveContract({ until: nextAt, stage: nextAt === at ? 'beforeEvents' : 'all' });
    }
    await moveRequests(office, at);
  }

  async function moveRequests(office: Office, until: Instant): Promise<void> {
    const { rows } = await reader.query<{ request: string }>(
      'select request from incident where contract_id = $1 and next_at < $2 order by next_at, request',
      [office.contract, until],
    );
    for (const { request } of rows) await office.moveRequest(request, { until, stage: 'beforeEvents' });
  }

  it('runs over all contracts in their order, sums them up, and goes on past one that the amendment does not fit', async () => {
    await twoMonths();
    const outcomes: ContractOutcome[] = [];
    const seen: number[] = [];
    const before = await fingerprint();
    const total = await backtestAll(orm.em, {
      databaseUrl: database.url,
      amendment: { parameters: { responseCriticalMinutes: 5 } },
      present: PRESENT,
      onOutcome: (outcome) => void outcomes.push(outcome),
      onProgress: ({ contracts }) => void seen.push(contracts),
    });
    const ids = outcomes.map(({ contract }) => contract);
    expect(ids).toEqual([...ids].sort());
    expect(total.contracts).toBe(ids.length);
    expect(seen).toEqual(ids.map((_, index) => index + 1));
    const each = outcomes.flatMap((outcome) => ('comparison' in outcome ? [outcome.comparison] : []));
    expect(each).toHaveLength(ids.length);
    expect(total.changed).toBe(each.filter(({ changed }) => changed).length);
    expect(total.changed).toBeGreaterThan(3);
    expect(total.notReproduced).toBe(0);
    expect(total.requests).toBe(each.reduce((sum, { before: { requests } }) => sum + requests, 0));
    expect(await fingerprint()).toEqual(before);
  });

  describe('a shadow', () => {
    const started = async (office: Office, id: string): Promise<void> => {
      const wish = { id, contract: office.contract, amendment: fiveMinutes, by: 'administrator' };
      const begun = await orm.em.fork().transactional((em) => beginShadow(em, runTest, wish, PRESENT));
      expect(begun).toHaveProperty('row.id', id);
    };

    const runTest = (contract: string, job: Parameters<Tester['test']>[1]): Promise<ContractOutcome> =>
      new Tester(orm).test(contract, job);

    const look = async (office: Office, id: string): Promise<ShadowSight> => {
      const sight = await lookAtShadow(orm.em.fork(), runTest, office.contract, id, PRESENT);
      if (!sight) throw new Error('no shadow');
      return sight;
    };

    const critical = (office: Office, request: string, when: string) =>
      office.tellRequest(request, {
        type: 'request.recorded',
        at: shanghai(when),
        severity: SEVERITY.critical,
        receivedAt: null,
      });

    it('shows a new difference after a new event of the live contract, and has no effect on it', async () => {
      const office = await twoMonths();
      const before = await fingerprint();
      await started(office, 'S-1');
      const first = await look(office, 'S-1');
      expect(first.comparison.misses.map(({ key }) => key)).toEqual(['B response', 'A response']);
      expect(first.reports).toEqual([]);
      expect(await fingerprint()).toEqual(before);
      await critical(office, 'C', '2025-02-10 09:00');
      await office.tellRequest('C', { type: 'request.responded', at: shanghai('2025-02-10 09:10') });
      const told = await fingerprint();
      const second = await look(office, 'S-1');
      expect(second.comparison.misses.map(({ key }) => key)).toEqual([
        'B response',
        'A response',
        'C response',
      ]);
      expect(await fingerprint()).toEqual(told);
      expect((await office.verify()).faults).toEqual([]);
    });

    it('reports each month that closes while it runs, once', async () => {
      const office = await twoMonths();
      await started(office, 'S-2');
      await critical(office, 'C', '2025-02-10 09:00');
      await office.tellRequest('C', { type: 'request.responded', at: shanghai('2025-02-10 09:10') });
      await office.tellRequest('C', { type: 'request.resolved', at: shanghai('2025-02-10 09:30') });
      await office.moveThrough(shanghai('2025-03-02 00:00'));
      const told = await fingerprint();
      const fail = (impossible: Error): never => {
        throw impossible;
      };
      expect(await reportShadows(orm.em.fork(), runTest, PRESENT, 50, fail)).toBeGreaterThan(0);
      expect(await reportShadows(orm.em.fork(), runTest, PRESENT, 50, fail)).toBe(0);
      const { reports } = await look(office, 'S-2');
      expect(reports).toHaveLength(1);
      expect(reports[0]).toMatchObject({
        period: '2025-02',
        changed: true,
        report: {
          month: { before: { failed: false }, after: { failed: true, streak: 2 } },
          misses: [{ key: 'C response', before: null }],
        },
      });
      expect(await fingerprint()).toEqual(told);
      await expect(reader.query(`update shadow_report set changed = false`)).rejects.toThrow('stays');
    });

    it('keeps what it had come to once it is stopped, and is stopped once', async () => {
      const office = await twoMonths();
      await started(office, 'S-3');
      const end = () =>
        orm.em
          .fork()
          .transactional((em) => endShadow(em, runTest, office.contract, 'S-3', 'reviewer', PRESENT));
      expect(await end()).toMatchObject({ stopped: true, sight: { row: { stoppedBy: 'reviewer' } } });
      await critical(office, 'C', '2025-02-10 09:00');
      await office.moveRequest('C', { until: shanghai('2025-02-10 10:00'), stage: 'all' });
      const sight = await look(office, 'S-3');
      expect(sight.comparison.misses.map(({ key }) => key)).toEqual(['B response', 'A response']);
      expect(await end()).toMatchObject({ stopped: false });
      await expect(reader.query(`update shadow set started_by = 'x' where id = 'S-3'`)).rejects.toThrow(
        'stays',
      );
    });

    it('does not start where the amendment does not fit the contract', async () => {
      const office = await twoMonths();
      const amendment: Amendment = { rules: { penlaty: {} as never } };
      const wish = { id: 'S-4', contract: office.contract, amendment, by: 'administrator' };
      const begun = await orm.em.fork().transactional((em) => beginShadow(em, runTest, wish, PRESENT));
      expect(begun).toMatchObject({
        faults: [{ path: 'rules.penlaty', problem: expect.stringContaining('penlaty') }],
      });
      expect(await lookAtShadow(orm.em.fork(), runTest, office.contract, 'S-4', PRESENT)).toBeNull();
    });
  });

  it('names a contract that there is none of, and what in an amendment does not fit', async () => {
    const office = await twoMonths();
    expect(await test('C-NONE', fiveMinutes)).toMatchObject({ faults: [{ path: 'contract' }] });
    const outcome = await test(office.contract, { parameters: { responseCriticalMinute: 5 } });
    expect(outcome).toMatchObject({
      faults: [
        { path: 'parameters.responseCriticalMinute', problem: expect.stringContaining('did you mean') },
      ],
    });
  });
});
