// Measures `pacta rules backtest --all`: a throw-away PostgreSQL is filled with recorded facts, then all of them are
// back-tested. By hand: node tools/bench-backtest.mjs [requests] [requests per contract] [threads]
// The facts are made by the core itself (the simulator), some contracts in full, and copied under other names: the
// executor would take hours for a hundred thousand requests.
import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { yearOf } from './bench/made/scenario.mjs';
import { buildOrExplain } from './build.mjs';

if (!buildOrExplain()) process.exit(1);
const [{ Clerk }, hashes, ledger, { nextTargetDeadline }, { nextContractDeadline, rankOf }] =
  await Promise.all([
    import('#decisions/clerk'),
    import('#decisions/hash'),
    import('#persistence/ledger'),
    import('#domain/incident/state'),
    import('#domain/contract/deadlines'),
  ]);
const [{ draftContract, stepContract }, { Simulator }, { routeEvent }, { readScenarioDocument }] =
  await Promise.all([
    import('#domain/contract/step'),
    import('#rehearsal/simulate'),
    import('#rehearsal/events'),
    import('#rehearsal/scenario'),
  ]);
const [{ scenarioTerms }, { backtestAll }, { openDatabase }, { migrate }, { startPostgres }] =
  await Promise.all([
    import('#rehearsal/scenario-terms'),
    import('#backtest/backtest-all'),
    import('#persistence/database'),
    import('#persistence/migrate'),
    import('#servers/postgres'),
  ]);

const [wanted = 100_000, perContract = 200, threads = 2] = process.argv.slice(2).map(Number);
const DISTINCT = 40;
/** Plays a scenario through the core and keeps what each step wrote, as the ledger would. */
async function played(seed, client) {
  const { scenario: read, faults } = readScenarioDocument(yearOf(seed, perContract));
  if (read === null || faults.length > 0) throw new Error(JSON.stringify(faults));
  const made = await scenarioTerms(read);
  // As a contract has them: `jsonb` has an order of members of its own.
  const { rows } = await client.query('select $1::jsonb as terms', [JSON.stringify(made.terms)]);
  const { terms } = rows[0];
  const clerk = new Clerk();
  const at = terms.startsAt;
  const lines = [];
  const keep = (entries, event) =>
    entries.forEach((entry, index) => lines.push([entry, index === 0 ? event : null]));
  const drafted = draftContract(terms, 'bench', at);
  keep(drafted.entries, { type: 'contract.draft', at });
  let contract = drafted.state;
  const context = { requests: [], answers: new Map() };
  for (const event of [
    { type: 'contract.sent', at, dueAt: at },
    { type: 'contract.signed', at, by: 'client', signer: 'a' },
    { type: 'contract.signed', at, by: 'provider', signer: 'b' },
  ]) {
    const step = stepContract(terms, contract, event, context);
    contract = step.state;
    keep(step.entries, event);
  }
  const simulator = new Simulator(terms, clerk, contract);
  const since = () => simulator.entries.splice(0);
  for (const placed of read.events) {
    await simulator.advanceTo(placed.at);
    keep(since(), null);
    const routed = await routeEvent(terms, clerk, placed);
    await simulator.apply(routed);
    keep(since(), routed.event);
  }
  await simulator.advanceThrough(read.until);
  keep(since(), null);
  return { terms, lines, ...simulator.standing() };
}

const ownerOf = ({ kind, request }) =>
  request !== null && /^(request|target)\.|^contract\.ended$/.test(kind) ? `request/${request}` : 'contract';

/** The lines of a ledger under a contract's name, chained. */
function ledgerRows(id, lines) {
  let previousHash = ledger.GENESIS_HASH;
  return lines.map(([entry, event], index) => {
    const { kind, at, clause, request, payload } = entry;
    const owner = ownerOf(entry);
    const [sequence, ownerVersion, actor] = [index + 1, index + 1, 'bench'];
    const said = { kind, at, actor, clause, request, payload, event };
    const line = { contractId: id, sequence, owner, ownerVersion, recordedAt: at, previousHash };
    const hash = ledger.hashOfLine(Object.assign(line, said));
    const row = {
      contract_id: id,
      sequence,
      owner,
      owner_version: ownerVersion,
      recorded_at: at,
      previous_hash: previousHash,
      hash,
    };
    previousHash = hash;
    return Object.assign(row, said);
  });
}

function contractRow(id, { terms, contract }) {
  const next = nextContractDeadline(terms, contract);
  const { template, startsAt } = terms;
  return {
    id,
    client_id: 'bench',
    template_id: template.id,
    template_version: template.version,
    template_hash: template.hash,
    clock: 'manual',
    parties: {},
    terms,
    text: {},
    terms_hash: hashes.contentHash(terms),
    state: { ...contract, contract: id },
    status: contract.status,
    version: 1,
    next_at: next?.at ?? null,
    next_rank: next ? rankOf(next) : null,
    created_at: startsAt,
  };
}

function incidentRow(id, state, index) {
  const { request, status, priority, recordedAt } = state;
  return {
    contract_id: id,
    ordinal: index + 1,
    version: 1,
    request,
    state,
    status,
    priority,
    recorded_at: recordedAt,
    next_at: nextTargetDeadline(state),
  };
}

/** The rows of one contract under a name, by their tables. */
function rowsOf(id, standing) {
  const lines = ledgerRows(id, standing.lines);
  return {
    contract: [contractRow(id, standing)],
    incident: standing.requests.map((state, index) => incidentRow(id, state, index)),
    ledger_entry: lines,
    ledger_head: [{ contract_id: id, sequence: lines.length, hash: lines.at(-1)?.hash }],
  };
}

async function fill(url) {
  const client = new pg.Client(url);
  await client.connect();
  const contracts = Math.ceil(wanted / perContract);
  const distinct = [];
  for (let seed = 1; seed <= Math.min(DISTINCT, contracts); seed++) distinct.push(await played(seed, client));
  console.log(`${distinct.length} contracts played, ${((performance.now() - began) / 1000).toFixed(1)} s`);
  for (let number = 1; number <= contracts; number++) {
    const rows = rowsOf(`B-${String(number).padStart(6, '0')}`, distinct[number % distinct.length]);
    for (const [table, list] of Object.entries(rows)) {
      await client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(list),
      ]);
    }
  }
  await client.query('analyze');
  await client.end();
}

const megabytes = () => Math.round(process.memoryUsage().rss / 1_048_576);
const began = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'pacta-bench-'));
await chmod(folder, 0o711);
const postgres = await startPostgres({
  dataDir: join(folder, 'postgres'),
  log: () => undefined,
  isThrowaway: true,
});
try {
  await migrate(postgres.url);
  await fill(postgres.url);
  console.log(
    `filled after ${((performance.now() - began) / 1000).toFixed(1)} s; load ${loadavg()[0].toFixed(1)}`,
  );
  const orm = await openDatabase(postgres.url);
  const start = performance.now();
  const used = process.cpuUsage();
  let last = start;
  let most = 0;
  const total = await backtestAll(orm.em, {
    databaseUrl: postgres.url,
    amendment: { parameters: { responseCriticalMinutes: 10, workaroundHighMinutes: 240 } },
    present: '2026-11-25T00:00:00Z',
    threads,
    onOutcome: (outcome) => {
      if (!('comparison' in outcome)) throw new Error(JSON.stringify(outcome));
      if (outcome.comparison.reproduced !== true) throw new Error(JSON.stringify(outcome.comparison.differs));
    },
    onProgress: ({ contracts, requests }) => {
      most = Math.max(most, megabytes());
      if (performance.now() - last < 5000) return;
      last = performance.now();
      const rate = Math.round(requests / ((last - start) / 1000));
      console.log(`  ${contracts} contracts, ${requests} requests, ${rate} a second, ${megabytes()} MB`);
    },
  });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(used);
  console.log(
    `${total.requests} requests of ${total.contracts} contracts in ${seconds.toFixed(1)} s on ${threads} threads: ` +
      `${Math.round(total.requests / seconds)} a second; ${((user + system) / 1e6).toFixed(1)} s of processor time here, ` +
      `most memory ${most} MB, load ${loadavg()[0].toFixed(1)}`,
  );
  console.log(`${total.changed} contracts and ${total.requestsChanged} requests would have been otherwise`);
  await orm.close();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
