import { type MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { canonicalJson } from '#decisions/hash';
import { owedByProvider } from '#domain/contract/account';
import { assessMonths } from '#domain/contract/months';
import { type Severity } from '#domain/incident/events';
import { type Fen, formatYuan, parseYuan, sumFen } from '#domain/money/fen';
import { addSeconds, type Instant } from '#domain/time/instant';
import { receiptsOf } from '#execution/receipts-of';
import { verifyDecisions } from '#execution/verify-decisions';
import { allReceipts } from '#persistence/queries/decision-receipts';
import { type DecisionReceipt, hashOfReceipt } from '#receipts/receipt';
import { SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

/** A real PostgreSQL; what tampers here is past the triggers. */
describe('receipts', () => {
  let database: MigratedDatabase;
  let orm: MikroORM;
  let superuser: pg.Client;

  beforeAll(async () => {
    database = await migratedDatabase();
    orm = database.orm;
    superuser = new pg.Client(database.url);
    await superuser.connect();
    await superuser.query('set session_replication_role = replica');
  });

  afterAll(async () => {
    await superuser.end();
    await database.drop();
  });

  /** Nobody responds: each request misses every target it has. */
  async function missed(office: Office, request: string, at: Instant, severity: Severity): Promise<void> {
    await office.moveThrough(addSeconds(at, -1));
    await office.tellRequest(request, { type: 'request.recorded', at, severity, receivedAt: null });
  }

  /** Four months whose misses reach the cap of 2,400.00 in the third; one of them is waived. */
  async function capped(): Promise<Office> {
    const office = await Office.opened(orm, await termsOf({ penaltyCapPercent: '1' }));
    await missed(office, 'A', shanghai('2025-01-06 09:00'), SEVERITY.low);
    await office.moveThrough(shanghai('2025-01-20'));
    await office.tell({
      type: 'miss.waived',
      at: shanghai('2025-01-20 10:00'),
      request: 'A',
      target: 'response',
      reason: 'the line was cut',
      by: 'manager',
    });
    await missed(office, 'B', shanghai('2025-02-05 09:00'), SEVERITY.medium);
    await missed(office, 'C', shanghai('2025-03-05 09:00'), SEVERITY.high);
    await office.moveThrough(shanghai('2025-04-02'));
    return office;
  }

  async function receiptsIn(office: Office): Promise<readonly DecisionReceipt[]> {
    return (await receiptsOf(await office.ledger())).receipts;
  }

  async function ofKind(office: Office, kind: DecisionReceipt['kind']): Promise<DecisionReceipt[]> {
    return (await receiptsIn(office)).filter((receipt) => receipt.kind === kind);
  }

  const yuan = (texts: readonly unknown[]): Fen =>
    sumFen(texts.map((text) => parseYuan(String(text)) ?? fail(String(text))));

  function fail(text: string): never {
    throw new Error(`${text} is no amount`);
  }

  it('are written down with the lines that they are of, and are the same when they are made again', async () => {
    const office = await capped();
    const lines = await office.ledger();
    const [first, again] = [await receiptsOf(lines), await receiptsOf(lines)];
    expect(canonicalJson(first.receipts)).toBe(canonicalJson(again.receipts));
    const kept = await allReceipts(office.em(), office.contract);
    expect(kept.map(({ content }) => content)).toEqual(first.receipts.map((each) => canonicalJson(each)));
    expect(new Set(first.receipts.map(({ id }) => id)).size).toBe(first.receipts.length);
    expect([...new Set(first.receipts.map(({ kind }) => kind))].sort()).toEqual([
      'deadline',
      'invoice',
      'miss',
      'month',
      'penalty',
      'priority',
      'terminationRight',
    ]);
    for (const receipt of first.receipts) {
      expect(receipt.hash).toBe(hashOfReceipt(receipt));
      for (const { sequence, hash } of [receipt.entry, ...receipt.facts.flatMap(({ sources }) => sources)])
        expect(lines[sequence - 1]?.hash).toBe(hash);
    }
  });

  it('come to what the core comes to: penalties, caps, months, credit', async () => {
    const office = await capped();
    const state = await office.state();
    const penalties = await ofKind(office, 'penalty');
    expect(yuan(penalties.map(({ outcome }) => outcome['penalty']))).toBe(owedByProvider(state));
    const steps = penalties.flatMap(({ arithmetic }) => arithmetic.filter(({ step }) => step === 'penalty'));
    expect(steps.map(({ operands, result }) => `${operands['full']} ${operands['room']} ${result}`)).toEqual([
      '1200.00 2400.00 0.00',
      '1200.00 2400.00 1200.00',
      '1200.00 1200.00 1200.00',
      '1200.00 0.00 0.00',
      '1200.00 0.00 0.00',
      '1200.00 0.00 0.00',
      '1200.00 0.00 0.00',
    ]);
    expect(
      penalties.map(({ caps }) => caps.map(({ usedBefore, usedAfter }) => `${usedBefore} ${usedAfter}`)),
    ).toEqual(
      ['0.00 0.00', '0.00 1200.00', '1200.00 2400.00', ...Array<string>(4).fill('2400.00 2400.00')].map(
        (text) => [text],
      ),
    );
    const months = await ofKind(office, 'month');
    expect(months.map(({ outcome }) => outcome['streak'])).toEqual(
      assessMonths(office.terms, state).map(({ streak }) => streak),
    );
    const invoices = await ofKind(office, 'invoice');
    expect(yuan(invoices.map(({ outcome }) => outcome['credited']))).toBe(
      sumFen(state.invoices.map(({ credited }) => credited)),
    );
    for (const { arithmetic, outcome } of invoices) {
      const [creditable, credited] = arithmetic;
      const most = yuan([outcome['amount']]);
      expect(credited?.result).toBe(formatYuan(Math.min(most, yuan([creditable?.result])) as Fen));
    }
  });

  it('say each condition, the reckoning of a deadline to the second, and why a right arose', async () => {
    const office = await capped();
    const [priority] = await ofKind(office, 'priority');
    expect(priority).toMatchObject({ id: '7-priority', clause: '2.2', decidedBy: expect.any(String) });
    expect(priority?.rules.at(-1)).toMatchObject({ fired: true });
    const deadlines = await ofKind(office, 'deadline');
    for (const { arithmetic } of deadlines)
      expect(arithmetic.map(({ result }) => result)).toEqual(
        arithmetic.map(({ operands }) => operands['target']),
      );
    const [miss] = await ofKind(office, 'miss');
    expect(miss).toMatchObject({
      request: 'A',
      period: '2025-01',
      conditions: [{ condition: 'respondedAt', operator: 'onOrBefore', actual: null, result: false }],
      outcome: { target: 'response', base: '240000.00' },
    });
    const [right] = await ofKind(office, 'terminationRight');
    expect(right).toMatchObject({
      conditions: [{ condition: 'failedMonthsInARow', expected: 3, actual: 3, result: true }],
      outcome: { change: 'arisen', arisenAt: shanghai('2025-04-01') },
    });
    expect(right?.facts.find(({ name }) => name === 'periods')?.sources).toHaveLength(3);
  });

  it('cannot be changed or deleted by a program', async () => {
    const office = await capped();
    const em = office.em();
    for (const statement of [
      `update decision_receipt set period = null where contract_id = ?`,
      `delete from decision_receipt where contract_id = ?`,
    ])
      await expect(em.execute(statement, [office.contract])).rejects.toThrow(
        'what was decided stays on record',
      );
  });

  describe('made again', () => {
    let office: Office;

    beforeEach(async () => {
      office = await capped();
    });

    async function findings(): Promise<string[]> {
      const { decisions } = await verifyDecisions(orm.em.fork(), office.contract);
      return decisions
        .filter(({ outcome }) => outcome !== 'same')
        .map(({ id, outcome, differences }) =>
          [id, outcome, ...differences.map(({ path }) => path)].join(' '),
        );
    }

    const tamper = (statement: string) => superuser.query(statement, [office.contract]);

    it('are all the same where nobody has touched anything', async () => {
      expect(await findings()).toEqual([]);
    });

    it('show what was changed by its path', async () => {
      const [penalty] = await ofKind(office, 'penalty');
      await tamper(
        `update decision_receipt set content = replace(content, '"usedAfter":"0.00"', '"usedAfter":"9.00"')
          where contract_id = $1 and id = '${penalty?.id}'`,
      );
      expect(await findings()).toEqual([`${penalty?.id} changed caps[0].usedAfter`]);
    });

    it('show a forged one that was given a new hash', async () => {
      const [penalty] = await ofKind(office, 'penalty');
      if (!penalty) throw new Error('there is no penalty');
      const { hash: _hash, ...content } = { ...penalty, outcome: { ...penalty.outcome, penalty: '1.00' } };
      const hash = hashOfReceipt(content);
      await superuser.query(
        'update decision_receipt set content = $3, hash = $4 where contract_id = $1 and id = $2',
        [office.contract, penalty.id, canonicalJson({ ...content, hash }), hash],
      );
      expect(await findings()).toEqual([`${penalty.id} differs hash outcome.penalty`]);
    });

    it('miss one that was deleted, know one that nobody made, and leave what is older than receipts alone', async () => {
      const [penalty] = await ofKind(office, 'penalty');
      await tamper(`delete from decision_receipt where contract_id = $1 and id = '${penalty?.id}'`);
      await tamper(
        `insert into decision_receipt select contract_id, 1, 0, '1-penalty', 'penalty', null, null, hash, content
           from decision_receipt where contract_id = $1 limit 1`,
      );
      expect(await findings()).toEqual([`${penalty?.id} missing`, '1-penalty unknown']);
      expect((await office.verify()).faults).toEqual([
        `decision ${penalty?.id} is missing`,
        'decision 1-penalty is unknown',
      ]);
      await tamper(`update ledger_head set unreceipted = sequence where contract_id = $1`);
      expect(await findings()).toEqual([`${penalty?.id} unreceipted`, '1-penalty unknown']);
    });
  });
});
