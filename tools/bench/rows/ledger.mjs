import { hash } from 'node:crypto';
import { durableDatabase } from '../made/database.mjs';
import { rate, rateOfSync } from '../measure.mjs';

const { canonicalJson } = await import('#decisions/hash');
const { appendToLedger, chainFaults, GENESIS_HASH, hashOfLine, openLedger } =
  await import('#persistence/ledger');

const CONTRACTS = 50;
const STEPS = 400;
const AT = '2025-01-06T01:15:00Z';

/** What a request's step writes, as large as they are. */
const ENTRIES = ['request.responded', 'target.met', 'request.resolved'].map((kind) => ({
  kind,
  at: AT,
  clause: '2.3',
  request: 'I-000123',
  payload: {
    priority: 'high',
    status: 'responded',
    target: 'response',
    dueAt: '2025-01-06T01:30:00Z',
    provisional: false,
    metBy: 'request.responded',
    deadlines: [
      { target: 'workaround', dueAt: '2025-01-06T06:00:00Z', minutesLeft: 285, paused: false },
      { target: 'resolution', dueAt: '2025-01-07T03:30:00Z', minutesLeft: 795, paused: false },
    ],
  },
}));
const EVENT = { type: 'request.responded', at: AT, request: 'I-000123', actor: 'key:desk-01' };

const idOf = (place) => `B-${String(place % CONTRACTS).padStart(6, '0')}`;

async function contractsIn(orm) {
  const em = orm.em.fork();
  for (let place = 0; place < CONTRACTS; place++) {
    const row = {
      id: idOf(place),
      client_id: 'bench',
      template_id: 'bench',
      template_version: '1.0.0',
      template_hash: '',
      clock: 'real',
      parties: {},
      terms: {},
      text: {},
      terms_hash: '',
      state: {},
      status: 'active',
      version: 1,
      created_at: AT,
    };
    await em.execute(`insert into contract select * from jsonb_populate_record(null::contract, ?::jsonb)`, [
      JSON.stringify(row),
    ]);
    await em.transactional(async (own) => openLedger(own, row.id));
  }
}

/** The same rows by the same statement in the same transactions, each under a constant for its hash, and no head. */
const INSERT = `
  with line as (select * from jsonb_populate_recordset(null::ledger_entry, ?::jsonb)),
       appended as (insert into ledger_entry select * from line)
  insert into event (contract_id, sequence, kind)
  select line.contract_id, line.sequence, line.kind
    from line join contract on contract.id = line.contract_id and contract.clock = 'real' order by line.sequence`;

function unchained(em, { contractId, owner, ownerVersion, actor, recordedAt, entries, event }, sequence) {
  const lines = entries.map((entry, index) => ({
    ...entry,
    contract_id: contractId,
    owner,
    owner_version: ownerVersion,
    actor,
    recorded_at: recordedAt,
    sequence: sequence + index,
    event: index === 0 ? event : null,
    previous_hash: GENESIS_HASH,
    hash: GENESIS_HASH,
  }));
  return em.transactional((own) => own.execute(INSERT, [JSON.stringify(lines)]));
}

const stepOf = (contractId, version) => ({
  contractId,
  owner: 'request/I-000123',
  ownerVersion: version,
  actor: 'key:desk-01',
  recordedAt: AT,
  entries: ENTRIES,
  event: EVENT,
});

async function append() {
  const { orm, note, close } = await durableDatabase();
  await contractsIn(orm);
  let bare = 1_000_000_000;
  let version = 0;
  return {
    product: () =>
      rate(STEPS, (time) => {
        const step = stepOf(idOf(time), ++version);
        return orm.em.fork().transactional((em) => appendToLedger(em, step));
      }),
    baseline: () =>
      rate(STEPS, (time) => {
        bare += ENTRIES.length;
        return unchained(orm.em.fork(), stepOf(idOf(time), ++version), bare);
      }),
    notes: [note, `${ENTRIES.length} entries a step, one connection, ${STEPS} steps a sample`],
    close,
  };
}

const LINES = 20_000;

function chain() {
  const lines = [];
  let previousHash = GENESIS_HASH;
  for (let sequence = 1; sequence <= LINES; sequence++) {
    const { entries, event, ...common } = stepOf('B-000001', sequence);
    const line = { ...common, ...entries[sequence % entries.length], sequence, event, previousHash };
    previousHash = hashOfLine(line);
    lines.push({ ...line, hash: previousHash });
  }
  return lines;
}

async function verify() {
  const lines = chain();
  const bytes = lines.map(({ hash: _, ...line }) => Buffer.from(canonicalJson(line)));
  const total = bytes.reduce((sum, { length }) => sum + length, 0);
  const perSecond = (work) => rateOfSync(1, work) * LINES;
  return {
    product: async () => perSecond(() => chainFaults(lines).forEach((fault) => fail(fault))),
    baseline: async () => perSecond(() => bytes.forEach((each) => hash('sha256', each, 'hex'))),
    notes: [`${LINES.toLocaleString('en')} lines of ${Math.round(total / LINES)} bytes each, in memory`],
  };
}

function fail(fault) {
  throw new Error(fault);
}

export const rows = [
  {
    name: 'ledger.append',
    what: 'Steps of three entries a second appended to the ledger',
    unit: 'steps/s',
    baseline: 'the same rows inserted without a chain',
    reach: { least: 0.8 },
    open: append,
  },
  {
    name: 'ledger.verify',
    what: 'Lines of a chain verified a second',
    unit: 'lines/s',
    baseline: 'SHA-256 of the same bytes',
    reach: { least: 0.5 },
    open: verify,
  },
];
