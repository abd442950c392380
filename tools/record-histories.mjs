// Records the histories that test/replay replays: a contract that is drafted and signed, one over two months with a
// request that misses its response, and that request; and every written case of a contract, under a manual clock. Real workflows, PostgreSQL, and Temporal's time-skipping server.
// Run it when a change of the workflows writes histories otherwise: `npm run histories -- 3` adds a set of that number
// beside those that there are. Contracts live for years: what is recorded stays, and is replayed for good.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { buildOrExplain } from './build.mjs';
import { recordCases } from './histories/every-case.mjs';
import { plain, runsOf } from './histories/recorded.mjs';

if (!buildOrExplain()) process.exit(1);
const { addSeconds, fromSeconds, toSeconds } = await import('#domain/time/instant');
const { addPeriods, firstDay, periodOf } = await import('#domain/time/dates');
const { Executor } = await import('#execution/executor');
const { openDatabase } = await import('#persistence/database');
const { readLedger } = await import('#persistence/ledger');
const { migrate } = await import('#persistence/migrate');
const { scenarioTerms } = await import('#rehearsal/scenario-terms');
const { startPostgres } = await import('#servers/postgres');
const { searchAttributes } = await import('#servers/search-attributes');
const { findTimeSkippingServer } = await import('#servers/time-skipping-server');
const { sampleParties } = await import('#templates/parties');
const { sendCommand } = await import('#temporal/dispatch');
const { createWorkers, quietRuntime } = await import('#temporal/workers');
const { contractWorkflowId, incidentWorkflowId } = await import('#workflows/messages');

const target = fileURLToPath(new URL('../test/replay/histories/', import.meta.url));
const log = (line) => console.error(line);
const [set = ''] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(set)) {
  console.error('histories: the number of the new set is missing, such as 3');
  process.exit(2);
}
const text = { 'zh-CN': { title: '合同', clauses: [] }, en: { title: 'Contract', clauses: [] } };
const KEYWORD = 2;
const DAY_SECONDS = 86_400;
/** Turns are spread over some seconds after a deadline. */
const SPREAD_SECONDS = 30;

quietRuntime(log);
const folder = await mkdtemp(join(tmpdir(), 'pacta-histories-'));
const postgres = await startPostgres({ dataDir: folder, log, isThrowaway: true });
const environment = await TestWorkflowEnvironment.createTimeSkipping({
  server: await findTimeSkippingServer(log),
});
const attributes = Object.fromEntries(Object.keys(searchAttributes).map((name) => [name, KEYWORD]));
await environment.connection.operatorService.addSearchAttributes({
  namespace: 'default',
  searchAttributes: attributes,
});
await migrate(postgres.url);
const orm = await openDatabase(postgres.url);
const executor = new Executor(orm);
/** As many turns as this fail as if the database were away. */
let outages = 0;
const workers = await createWorkers(
  environment.nativeConnection,
  { namespace: 'default' },
  {
    takeTurn(turn) {
      if (outages === 0) return executor.take(turn);
      outages -= 1;
      throw new Error('the database is away');
    },
  },
);
const running = Promise.all(workers.map((worker) => worker.run()));
try {
  await record();
} finally {
  for (const worker of workers) worker.shutdown();
  await running;
  await orm.close();
  await environment.teardown();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function record() {
  const at = fromSeconds((await environment.currentTimeMs()) / 1000);
  const termStart = firstDay(addPeriods(periodOf(at.slice(0, 10)), 2));
  const parameters = { termStart, termMonths: 2, monthlyFee: '20000.00', penaltyPermille: '5' };
  const made = await scenarioTerms({ template: 'it-support-2025', parameters });
  if (!made.terms) throw new Error(JSON.stringify(made.faults));
  await mkdir(target, { recursive: true });
  await signed('C-SIGNED', made.terms, at);
  await keep('signed', 'C-SIGNED', [{ owner: { kind: 'contract' } }]);
  await twoMonths('C-TWO-MONTHS', made.terms, at);
  await keep('two-months', 'C-TWO-MONTHS', [
    { owner: { kind: 'contract' } },
    { owner: { kind: 'incident', request: 'A' } },
    { owner: { kind: 'incident', request: 'B' } },
  ]);
  const client = environment.client;
  log(await recordCases({ orm, client }, join(target, `cases.${set}.ndjson`)));
}

async function signed(contract, terms, at, tell = teller(contract)) {
  const draft = {
    type: 'contract.draft',
    clientId: 'C-1',
    clock: 'real',
    parties: sampleParties,
    terms,
    text,
  };
  await tell({ ...draft, at });
  await tell({ type: 'contract.sent', at, dueAt: addSeconds(at, DAY_SECONDS) });
  await tell({ type: 'contract.signed', at, by: 'client', signer: 'Wang' });
  await tell({ type: 'contract.signed', at, by: 'provider', signer: 'Li' });
}

/** A missed response in the first month, a payment during an outage, a refused command; in the second an agreed end with a request open. */
async function twoMonths(contract, terms, signedAt) {
  const tell = teller(contract);
  await signed(contract, terms, signedAt, tell);
  const severity = { urgency: 'high', impact: 'high', coreBusinessDown: false, severeSecurityRisk: false };
  const after = (days, seconds = 0) => addSeconds(terms.startsAt, days * DAY_SECONDS + seconds);
  const recorded = { type: 'request.recorded', severity, receivedAt: null };
  // Before the next reminder: the timer for that is taken back.
  const end = after(40, 6 * 3600);
  const events = [
    [after(5), { ...recorded }, 'A'],
    [after(5, 3600), { type: 'request.responded' }, 'A'],
    [after(5, 7200), { type: 'request.paused', reason: 'waitingForClient' }, 'A'],
    [after(5, 9000), { type: 'request.resumed' }, 'A'],
    [after(5, 10_800), { type: 'request.resolved' }, 'A'],
    [after(6), { type: 'request.closed' }, 'A'],
    [after(8), { type: 'payment.received', amount: 2_000_000, reference: null }],
    [after(9), { type: 'termination.exercised', by: 'client' }],
    [after(40), { type: 'termination.agreed', effectiveAt: end }],
    [addSeconds(end, -60), { ...recorded }, 'B'],
  ];
  for (const [at, body, request] of events) {
    await skipTo(at);
    // After a few attempts the turn is taken by a regular activity, which waits the outage out.
    if (body.type === 'payment.received') outages = 4;
    await tell({ ...body, at }, request);
  }
  await skipTo(addSeconds(end, SPREAD_SECONDS));
}

function teller(contract) {
  let count = 0;
  return (body, request) => {
    count += 1;
    const owner = request ? { kind: 'incident', request } : { kind: 'contract' };
    const to = { contract, owner, clock: 'real', clientId: 'C-1' };
    return sendCommand(environment.client, to, { id: `${contract}/${count}`, actor: 'recorder', body });
  };
}

async function skipTo(at) {
  const left = toSeconds(at) * 1000 - (await environment.currentTimeMs());
  if (left > 0) await environment.sleep(left);
}

/** Writes the histories of some owners of a contract, all their runs, beside the contract's ledger. */
async function keep(name, contract, owners) {
  const histories = [];
  for (const { owner } of owners) {
    const workflowId =
      owner.kind === 'contract' ? contractWorkflowId(contract) : incidentWorkflowId(contract, owner.request);
    for (const history of await runsOf(environment.client, workflowId)) {
      histories.push({ workflowId, owner, history: plain(history) });
    }
  }
  const ledger = (await readLedger(orm.em.fork(), contract)).map((line) => ({ ...line }));
  await writeFile(
    join(target, `${name}.${set}.json`),
    `${JSON.stringify({ contract, histories, ledger }, null, 1)}\n`,
  );
  log(`test/replay/histories/${name}.${set}.json`);
}
