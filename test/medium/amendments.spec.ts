import { type MikroORM } from '@mikro-orm/postgresql';
import { type Amendment } from '#backtest/amendment';
import { type ContractComparison } from '#backtest/comparison';
import { Tester } from '#backtest/tester';
import { type ContractText } from '#domain/command';
import { type EventOf } from '#domain/contract/events';
import { type Provenance } from '#domain/signing/envelope';
import { type Terms } from '#domain/terms';
import { plainDate } from '#domain/time/dates';
import { addSeconds, type Instant } from '#domain/time/instant';
import { startOfDay } from '#domain/time/zone';
import {
  addAmendmentDraft,
  type AmendmentWish,
  discardAmendmentDraft,
  findAmendmentDraft,
  listAmendmentDrafts,
} from '#persistence/queries/amendment-drafts';
import { withAmendments } from '#rehearsal/amending';
import { contractEvent, incidentCommand } from '#rehearsal/events';
import { readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { contractTermsOf } from '#templates/contract-terms';
import { SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';
import { changingScenario } from '../support/scenarios-changes.js';

/** Amendments on a real PostgreSQL, by the real executor; a database of its own. */
let database: MigratedDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await migratedDatabase();
  orm = database.orm;
});

afterAll(() => database.drop());

const NO_TEXT: ContractText = { 'zh-CN': { title: '', clauses: [] }, en: { title: '', clauses: [] } };

/** The terms of a running contract with other parameters from a day on. */
async function amendedTerms(before: Terms, day: string, parameters: object): Promise<Terms> {
  const effectiveAt = startOfDay(plainDate(day), before.zone);
  const made = await contractTermsOf(
    before.template.id,
    { ...before.parameters, ...parameters },
    { before, effectiveAt },
  );
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.terms;
}

async function amendmentOf(
  before: Terms,
  wall: string,
  day: string,
  parameters: object,
  amendment = 'A-1',
): Promise<EventOf<'amendment.agreed'>> {
  const effectiveAt = startOfDay(plainDate(day), before.zone);
  const terms = await amendedTerms(before, day, parameters);
  const words = { reason: 'more users', terms, text: NO_TEXT };
  return { type: 'amendment.agreed', at: shanghai(wall), amendment, effectiveAt, ...words };
}

const recorded = (wall: string) =>
  ({
    type: 'request.recorded',
    at: shanghai(wall),
    severity: SEVERITY.medium,
    receivedAt: null,
  }) as const;

describe('on a real clock', () => {
  it('takes effect at its instant, however late its turn comes', async () => {
    const terms = await termsOf();
    const office = await Office.signed(orm, terms, 'real');
    await office.moveThrough(shanghai('2025-06-20'));
    await office.tell(await amendmentOf(terms, '2025-06-20 09:00', '2025-07-01', { monthlyFee: '25000.00' }));
    const at = shanghai('2025-07-01');
    for (;;) {
      const { nextAt } = await office.row();
      if (nextAt == null || nextAt >= at) break;
      await office.moveThrough(nextAt);
    }
    expect((await office.row()).nextAt).toBe(at);
    expect((await office.state()).amendments).toMatchObject([{ status: 'agreed' }]);
    const before = (await office.ledger()).length;
    // No worker for three days: what is due is taken when one comes, and counts from when it was due.
    await office.moveContract({ until: shanghai('2025-07-04'), stage: 'all' });
    const lines = (await office.ledger()).slice(before);
    expect(lines.map(({ kind, at: when }) => `${kind} ${when}`).slice(0, 4)).toEqual([
      `report.drawnUp ${at}`,
      `month.assessed ${at}`,
      `amendment.effective ${at}`,
      `invoice.issued ${at}`,
    ]);
    expect(lines.find(({ kind }) => kind === 'amendment.effective')?.recordedAt).toBe(shanghai('2025-07-04'));
    expect((await office.state()).invoices.at(-1)).toMatchObject({ period: '2025-07', amount: 2_500_000 });
    expect((await office.verify()).faults).toEqual([]);
  });

  it('leaves a request the clocks under which it was put on record', async () => {
    const terms = await termsOf();
    const office = await Office.signed(orm, terms, 'real');
    const faster = { responseMediumMinutes: 60 };
    await office.moveThrough(shanghai('2025-03-10'));
    await office.tell(await amendmentOf(terms, '2025-03-10 09:00', '2025-04-01', faster));
    await office.moveThrough(shanghai('2025-03-31 23:58'));
    await office.tellRequest('BEFORE', recorded('2025-03-31 23:59'));
    await office.moveThrough(shanghai('2025-04-01'));
    await office.tellRequest('AFTER', recorded('2025-04-01 00:00'));
    const dueOf = async (request: string) => (await office.requestState(request)).targets[0]?.dueAt;
    expect(await dueOf('BEFORE')).toBe(shanghai('2025-04-01 03:59'));
    expect(await dueOf('AFTER')).toBe(shanghai('2025-04-01 01:00'));
    await office.moveThrough(shanghai('2025-05-01'));
    expect((await office.verify()).faults).toEqual([]);
  });
});

it('of words only may take effect on any day, also of terms that were stored and read again', async () => {
  const terms = await termsOf();
  const office = await Office.opened(orm, terms);
  await office.moveThrough(shanghai('2025-03-10'));
  const words = await amendmentOf(terms, '2025-03-10 09:00', '2025-04-15', { bankName: 'Other Bank' });
  expect((await office.tell(words)).answer).toMatchObject({ kind: 'applied' });
  const fee = await amendmentOf(terms, '2025-03-10 09:00', '2025-04-15', { monthlyFee: '25000.00' });
  const other = await Office.opened(orm, terms);
  await other.moveThrough(shanghai('2025-03-10'));
  expect((await other.tell(fee)).answer).toMatchObject({ kind: 'refused', member: 'effectiveDate' });
});

describe('sent for signing', () => {
  const provenance: Provenance = { channel: 'page', address: '127.0.0.1', userAgent: 'test', identity: 'x' };
  const documentHash = `sha256:${'a'.repeat(64)}`;

  async function sent(): Promise<Office> {
    const terms = await termsOf();
    const office = await Office.opened(orm, terms);
    await office.moveThrough(shanghai('2025-03-10'));
    const body = await amendmentOf(terms, '2025-03-10 09:00', '2025-04-01', { monthlyFee: '25000.00' });
    const signers = (['provider', 'client'] as const).map((party) => {
      return { party, name: party, title: 'x', email: `${party}@example.com`, turn: 1 };
    });
    const signing = { documentHash, by: 'tester', signers, remindEveryDays: 0, mostReminders: 0 };
    // The time to sign ends with the last second before it would take effect.
    const dueAt = shanghai('2025-05-01');
    const { answer } = await office.tell({ ...body, type: 'amendment.sent', dueAt, signing });
    expect(answer).toMatchObject({ kind: 'applied' });
    return office;
  }

  it('holds once both have signed', async () => {
    const office = await sent();
    for (const signer of ['S1', 'S2']) {
      const at = shanghai('2025-03-20 09:00');
      await office.tell({ type: 'signature.given', at, envelope: 'A-1', signer, documentHash, provenance });
    }
    expect((await office.state()).amendments).toMatchObject([{ status: 'agreed' }]);
    await office.moveThrough(shanghai('2025-04-02'));
    expect((await office.state()).invoices.at(-1)).toMatchObject({ amount: 2_500_000 });
    expect((await office.verify()).faults).toEqual([]);
  });

  it('lapses where one of them has not signed by the day', async () => {
    const office = await sent();
    const at = shanghai('2025-03-20 09:00');
    const signed = { envelope: 'A-1', signer: 'S1', documentHash, provenance };
    await office.tell({ type: 'signature.given', at, ...signed });
    await office.moveThrough(shanghai('2025-04-02'));
    expect((await office.state()).amendments).toMatchObject([{ status: 'lapsed' }]);
    expect((await office.state()).invoices.at(-1)).toMatchObject({ amount: 2_000_000 });
    expect((await office.verify()).faults).toEqual([]);
  });
});

describe('a back-test of a contract that was amended', () => {
  const compared = async (contract: string, amendment: Amendment): Promise<ContractComparison> => {
    const present = '2026-11-26T00:00:00Z' as Instant;
    const outcome = await new Tester(orm).test(contract, { id: 'job', amendment, present });
    if (!('comparison' in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome.comparison;
  };

  it('leaves what the amendment changed, and shows only what is tried', async () => {
    const terms = await termsOf();
    const office = await Office.opened(orm, terms);
    await office.moveThrough(shanghai('2025-05-10'));
    await office.tellRequest('MAY', recorded('2025-05-12 09:00'));
    await office.moveThrough(shanghai('2025-06-10'));
    await office.tell(await amendmentOf(terms, '2025-06-10 09:00', '2025-07-01', { monthlyFee: '25000.00' }));
    await office.moveThrough(shanghai('2025-07-10'));
    await office.tellRequest('JULY', recorded('2025-07-14 09:00'));
    await office.moveThrough(shanghai('2025-09-02'));
    const { reproduced, differs, before, after, invoices } = await compared(office.contract, {
      parameters: { penaltyPermille: '10' },
    });
    expect([reproduced, differs]).toEqual([true, []]);
    // Two misses each: 1,200.00 of 240,000.00, and 1,350.00 of 270,000.00; twice as much by 10 permille.
    expect([before.penalties, after.penalties]).toEqual(['5100.00', '10200.00']);
    expect([before.invoiced, after.invoiced]).toEqual(['195000.00', '195000.00']);
    expect(invoices.map(({ key, after: invoice }) => `${key} ${invoice?.credited}`)).toEqual([
      '2025-06 4800.00',
      '2025-08 5400.00',
    ]);
    expect((await compared(office.contract, { parameters: { penaltyPermille: '5' } })).changed).toBe(false);
  });

  it.each([1, 2, 3, 9, 16, 20, 24, 27, 41, 64, 74, 76])(
    'plays what was recorded again, whatever it was (seed %i)',
    async (seed) => {
      const { file } = await changingScenario(seed, 8);
      const { scenario } = readScenarioDocument(file);
      if (!scenario?.until) throw new Error('no scenario');
      const made = await scenarioTerms(scenario);
      if ('faults' in made) throw new Error(JSON.stringify(made.faults));
      const { events } = await withAmendments(scenario, made.terms, ({ template, parameters }, amended) =>
        contractTermsOf(template, parameters, amended),
      );
      const office = await Office.opened(orm, made.terms);
      for (const placed of events) {
        await office.moveThrough(addSeconds(placed.at, -1));
        const { event } = placed;
        // What the contract refuses is not recorded.
        if ('request' in event && event.type !== 'miss.waived')
          await office.tellRequest(event.request, incidentCommand(placed));
        else await office.tell(contractEvent(placed));
      }
      await office.moveThrough(scenario.until);
      expect((await office.state()).amendments).not.toEqual([]);
      const same = await compared(office.contract, {
        parameters: { signingPlace: made.terms.parameters['signingPlace'] ?? '' },
      });
      expect({ reproduced: same.reproduced, differs: same.differs, changed: same.changed }).toEqual({
        reproduced: true,
        differs: [],
        changed: false,
      });
    },
  );
});

describe('drafts', () => {
  const wish: AmendmentWish = {
    effectiveDate: plainDate('2025-07-01'),
    parameters: { monthlyFee: '25000.00' },
    templateVersion: null,
    reason: 'more users',
  };
  const writing = { by: 'tester', at: shanghai('2025-03-10') };

  it('have numbers of their own, also when two ask at once, and never one that the contract knows', async () => {
    const { contract } = await Office.opened(orm, await termsOf());
    const add = (taken: number) =>
      orm.em.fork().transactional((em) => addAmendmentDraft(em, contract, taken, wish, writing));
    const two = await Promise.all([add(2), add(2)]);
    expect(two.map(({ number }) => number).sort()).toEqual([3, 4]);
    expect((await add(9)).number).toBe(10);
    const em = orm.em.fork();
    const last = await findAmendmentDraft(em, contract, 10);
    if (!last) throw new Error('it is not there');
    expect(last).toMatchObject({ ...wish, createdBy: 'tester', createdAt: writing.at });
    await discardAmendmentDraft(em, last);
    expect((await listAmendmentDrafts(orm.em.fork(), contract)).map(({ number }) => number)).toEqual([3, 4]);
    expect((await add(2)).number).toBe(5);
  });

  it('belong to a contract', async () => {
    await expect(
      orm.em.fork().transactional((em) => addAmendmentDraft(em, 'C-NONE', 0, wish, writing)),
    ).rejects.toThrow(/amendment_draft_contract_id_fkey/);
  });
});
