import { type MikroORM } from '@mikro-orm/postgresql';
import { owedByProvider } from '#domain/contract/account';
import { assessMonths } from '#domain/contract/months';
import { nextTargetDeadline, type IncidentState } from '#domain/incident/state';
import { formatYuan, subtractFen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { whatIf, type Tried } from '#domain/contract/what-if';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { type QueueItem } from '../../apps/api/src/desk/queue-schemas.js';
import { Overview, type OverviewContract } from '../../apps/api/src/desk/overview.js';
import { Queue } from '../../apps/api/src/desk/queue.js';
import { SEVERITY, shanghai, termsOf } from '../support/contracts.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { Office } from '../support/office.js';

/** A real PostgreSQL with a database of its own; contracts are told turn by turn, without workflows. */
let database: MigratedDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await migratedDatabase();
  orm = database.orm;
});

afterAll(() => database.drop());

const record = (office: Office, request: string, at: Instant, priority: keyof typeof SEVERITY) =>
  office.tellRequest(request, {
    type: 'request.recorded',
    at,
    severity: SEVERITY[priority],
    receivedAt: null,
  });
const respond = (office: Office, request: string, at: Instant) =>
  office.tellRequest(request, { type: 'request.responded', at });

async function queueOf(office: Office, sort: 'moneyAtRisk' | 'dueAt' = 'moneyAtRisk'): Promise<QueueItem[]> {
  const query = { sort, contract: office.contract, limit: 200 } as const;
  const { rows } = await new Queue(new Overview(orm)).page(query, null, { limit: 200, after: null });
  return rows.map(({ item }) => item);
}

async function seen(office: Office): Promise<OverviewContract> {
  const [contract] = await new Overview(orm).page({ contract: office.contract, clients: null }, undefined, {
    after: null,
    limit: 1,
  });
  if (!contract) throw new Error('the contract is not there');
  return contract;
}

async function termsOfTemplate(template: string, parameters: object): Promise<Terms> {
  const made = await scenarioTerms({ template, parameters: { termStart: '2025-01-01', ...parameters } });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.terms;
}

/** The first months of a year, each with a request that only its resolution is left to decide. */
const MONTHS = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05'] as const;

const VARIANTS: Readonly<Record<string, () => Promise<Terms>>> = {
  'as the template has it': () => termsOf(),
  'a cap that is soon used up': () => termsOf({ penaltyPermille: '25' }),
  'fixed at once': () => termsOf({ penaltyFixed: 'atOnce', penaltyPermille: '30' }),
  'a cap for each month': () => termsOf({ penaltyCapWindow: 'month', penaltyCapPercent: '1' }),
  'only the first miss of a request': () => termsOf({ missesPerRequest: 'first' }),
  'the month of the record owns a miss': () => termsOf({ missOwnedBy: 'record' }),
  'months fail by attainment': () =>
    termsOf({ monthFails: 'attainmentBelow', attainmentMediumPercent: '90' }),
  'service credits by attainment': () =>
    termsOfTemplate('tiered-support-2025', { termMonths: 12, monthlyFee: '20000.00' }),
};

describe.each(Object.entries(VARIANTS))('what a miss costs and decides: %s', (_, termsWanted) => {
  it('is what its month close makes of it, beside the same contract where it was met', async () => {
    const terms = await termsWanted();
    const missing = await Office.opened(orm, terms);
    const deciding: string[] = [];
    for (const period of MONTHS) {
      const request = `R-${period}`;
      await record(missing, request, shanghai(`${period}-10 09:00`), 'medium');
      await respond(missing, request, shanghai(`${period}-10 09:05`));
      // One contract misses them all; its twin is told the same but for the month that is looked at.
      const [item] = await queueOf(missing);
      const dueAt = item?.nextDeadline?.dueAt as Instant;
      expect(item).toMatchObject({ request, nextDeadline: { kinds: ['resolution'] }, ifMissed: { period } });

      const twin = await copyOf(missing, terms);
      await twin.tellRequest(request, { type: 'request.workaround', at: dueAt });
      await twin.tellRequest(request, { type: 'request.resolved', at: dueAt });
      const close = terms.schedule.find((month) => month.period === period)?.to as Instant;
      await missing.moveThrough(close);
      await twin.moveThrough(close);
      const [missed, met] = [await missing.state(), await twin.state()];
      const [withIt, without] = [missed, met].map((state) => assessMonths(terms, state).at(-1));
      const fixed = missed.misses.find((miss) => miss.request === request && miss.target === 'resolution');
      expect(item?.ifMissed).toMatchObject({
        cost: formatYuan(subtractFen(owedByProvider(missed), owedByProvider(met))),
        penalty: formatYuan(fixed?.penalty ?? (0 as never)),
        capped: fixed?.capped,
        monthFailsAnyway: without?.failed,
        failsMonth: withIt?.failed === true && without?.failed === false,
        streak: withIt?.streak,
        decidesTerminationRight: missed.rights.length > met.rights.length,
      });
      if (item?.ifMissed?.decidesTerminationRight) deciding.push(period);
    }
    expect(deciding).toEqual(terms.termination.failedMonths === null ? [] : ['2025-03']);
  });
});

/** A contract that has been told all that another was, with its request of the month still undecided. */
async function copyOf(office: Office, terms: Terms): Promise<Office> {
  const copy = await Office.opened(orm, terms);
  const told = (await office.ledger()).filter(({ event, owner }) => event !== null && owner !== 'contract');
  const events = new Map(told.map((line) => [`${line.owner}@${line.ownerVersion}`, line]));
  for (const { event, request, at } of events.values()) {
    await copy.moveThrough(terms.schedule.findLast(({ from }) => from <= at)?.from as Instant);
    await copy.tellRequest(request ?? '', event as never);
  }
  return copy;
}

it('sorts by what is at stake, then by what is due first; what stands still comes last', async () => {
  const office = await Office.opened(orm, await termsOf({ missesPerRequest: 'first' }));
  await record(office, 'LATE', shanghai('2025-01-06 08:00'), 'critical');
  await office.moveThrough(shanghai('2025-01-06 08:30'));
  await record(office, 'SOON', shanghai('2025-01-06 08:40'), 'high');
  await record(office, 'SOONER', shanghai('2025-01-06 08:45'), 'critical');
  await record(office, 'STILL', shanghai('2025-01-06 08:45'), 'medium');
  await respond(office, 'STILL', shanghai('2025-01-06 08:46'));
  const reason = 'waitingForClient';
  await office.tellRequest('STILL', { type: 'request.paused', at: shanghai('2025-01-06 08:47'), reason });

  const queue = await queueOf(office);
  // Its response was missed: of this request nothing more counts, so its next deadline costs nothing.
  expect(queue.map(({ request, ifMissed }) => [request, ifMissed?.cost])).toEqual([
    ['SOONER', '1200.00'],
    ['SOON', '1200.00'],
    ['LATE', '0.00'],
    ['STILL', undefined],
  ]);
  expect(queue[0]).toMatchObject({
    at: '2025-01-06T00:47:00Z',
    nextDeadline: { kinds: ['response'], dueAt: '2025-01-06T01:00:00Z', secondsLeft: 780 },
    ifMissed: { capRoom: '22800.00', missesInMonth: 1, monthFailsAnyway: true, failsMonth: false, streak: 1 },
  });
  expect(queue[2]).toMatchObject({ missed: ['response'] });
  expect(queue[3]).toMatchObject({ status: 'paused', nextDeadline: null, ifMissed: null });
  expect((await queueOf(office, 'dueAt')).map(({ request }) => request)).toEqual([
    'SOONER',
    'SOON',
    'LATE',
    'STILL',
  ]);
});

it('a deadline after the end of the contract costs nothing: it will be withdrawn', async () => {
  const office = await Office.opened(orm, await termsOf({ termMonths: 1 }));
  await record(office, 'R', shanghai('2025-01-31 23:50'), 'low');
  expect(await queueOf(office)).toMatchObject([
    { nextDeadline: { dueAt: '2025-01-31T23:50:00Z' }, ifMissed: null },
  ]);
});

const ms = (at: string): Instant => shanghai(`2025-02-10 ${at}`);

/** What is tried with a critical request of 09:00, whose response is due 09:15 and whose workaround 13:00. */
const TRIED: readonly Tried[] = [
  { type: 'request.responded', at: ms('09:10') },
  { type: 'request.responded', at: ms('09:15') },
  { type: 'request.responded', at: ms('09:16') },
  { type: 'request.paused', at: ms('10:00'), reason: 'waitingForClient' },
  { type: 'request.path', at: ms('12:59') },
  { type: 'request.resolved', at: ms('13:01') },
  { type: 'nothing', at: ms('09:14') },
  { type: 'nothing', at: ms('09:15') },
  { type: 'nothing', at: shanghai('2025-03-12 09:00') },
];

it.each(TRIED)('what-if says what doing it does: $type at $at', async (tried) => {
  const terms = await termsOf({ penaltyPermille: '40' });
  const office = await Office.opened(orm, terms);
  await record(office, 'EARLIER', shanghai('2025-01-10 09:00'), 'critical');
  await office.tellRequest('EARLIER', { type: 'request.resolved', at: shanghai('2025-01-10 10:00') });
  await office.moveThrough(shanghai('2025-02-01 00:00'));
  await record(office, 'R', ms('09:00'), 'critical');

  const contract = await seen(office);
  const present = contract.requests.find(({ request }) => request === 'R') as IncidentState;
  const lines = (await office.ledger()).length;
  const said = await contract.ask((context) =>
    whatIf(contract.signed, contract.state, present, tried, context),
  );
  expect((await office.ledger()).length).toBe(lines);
  expect(await office.requestState('R')).toEqual(present);

  if (tried.type === 'nothing') await office.moveThrough(tried.at);
  else await office.tellRequest('R', tried as never);
  const done = await office.requestState('R');
  expect(done.targets).toEqual(said.request.targets);
  expect(done.status).toBe(said.request.status);
  expect(done.misses).toEqual(said.request.misses);
  expect(nextTargetDeadline(done)).toBe(nextTargetDeadline(said.request));

  // And the close fixes what it said, once nothing else happens: what is still open is met.
  const dueAt = nextTargetDeadline(done);
  if (done.status === 'open' && dueAt !== null && dueAt > tried.at)
    await office.tellRequest('R', { type: 'request.resolved', at: tried.at });
  const close = said.months.at(-1)?.with.closedAt as Instant;
  await office.moveThrough(close);
  const state = await office.state();
  const own = (request: string) => state.misses.filter((miss) => miss.request === request);
  expect(own('R').slice(0, said.misses.length)).toEqual(said.misses);
});
