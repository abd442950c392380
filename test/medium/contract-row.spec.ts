import { Contract } from '#persistence/entities/contract';
import { findContract, textOf } from '#persistence/queries/contracts';
import { shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

/** A real PostgreSQL: what becomes of a contract's row when somebody reads it while its workflow takes a step. */
describe('the row of a contract', () => {
  let database: MigratedDatabase;
  let office: Office;

  beforeAll(async () => {
    database = await migratedDatabase();
  });

  beforeEach(async () => {
    office = await Office.opened(database.orm, await termsOf());
  });

  afterAll(() => database.drop());

  const paid = () =>
    office.tell({
      type: 'payment.received',
      at: shanghai('2025-01-06 09:00'),
      amount: 2_000_000 as never,
      reference: null,
    });

  it('is read with its text without writing anything back', async () => {
    await database.orm.em.fork().transactional(async (em) => {
      const row = await findContract(em, office.contract);
      expect((await textOf(em, office.contract)).en.title).not.toBe('');
      await paid();
      expect(row?.version).toBeLessThan((await office.row()).version);
    });
    expect((await office.row()).state.unapplied + (await office.row()).state.invoices.length).toBeGreaterThan(
      0,
    );
    expect((await office.verify()).faults).toEqual([]);
  });

  it('never goes back to what somebody read before a step', async () => {
    const em = database.orm.em.fork();
    const stale = await em.findOneOrFail(Contract, { id: office.contract });
    await paid();
    const now = await office.row();
    stale.state = { ...stale.state, unapplied: 0 as never };
    stale.status = 'closed';
    await expect(em.flush()).rejects.toThrow(`goes on from version ${now.version}, not back`);
    expect((await office.verify()).faults).toEqual([]);
  });

  it.each([
    ['its client', { clientId: 'somebody-else' }],
    ['its clock', { clock: 'real' as const }],
    ['its template', { templateVersion: '9.9.9' }],
  ])('keeps what it was drafted with: %s', async (_, change) => {
    const em = database.orm.em.fork();
    Object.assign(await em.findOneOrFail(Contract, { id: office.contract }), change);
    await expect(em.flush()).rejects.toThrow('was drafted with never changes');
  });
});
