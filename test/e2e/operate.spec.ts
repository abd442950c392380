import { setTimeout as delay } from 'node:timers/promises';
import { newContract } from '../support/api-contracts.js';
import { ApiProcess } from '../support/api-process.js';
import { freshNamespace } from '../support/engine.js';
import { eventually } from '../support/eventually.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { type TemporalSettings } from '#temporal/connection';
import { dashboardExpressions, metricsIn } from '../support/promql.js';
import { TraceReceiver } from '../support/trace-receiver.js';
import { WorkerProcess } from '../support/worker-process.js';

/** The API and the worker as they are shipped, and what those who operate them see: logs, metrics, traces, health, the end. */
const METRICS = { PACTA_METRICS_PORT: '0' };
const TOKEN = 'a-token-of-the-house-0123';

let database: MigratedDatabase;
let temporal: TemporalSettings;
let collector: TraceReceiver;
let api: ApiProcess;
let worker: WorkerProcess;

const startApi = (env: NodeJS.ProcessEnv = {}) =>
  ApiProcess.start(database.url, temporal, { ...METRICS, ...env });
const draft = (id: string) => JSON.stringify(newContract({}, { id }));
const JSON_BODY = { 'content-type': 'application/json' };
const textOf = async (url: string, headers = {}) => (await fetch(url, { headers })).text();

beforeAll(async () => {
  [database, temporal, collector] = await Promise.all([
    migratedDatabase(),
    freshNamespace(),
    TraceReceiver.start(),
  ]);
  const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '200' };
  [api, worker] = await Promise.all([
    startApi({ ...traced, PACTA_METRICS_TOKEN: TOKEN }),
    WorkerProcess.start(database.url, temporal, { ...METRICS, ...traced }),
  ]);
}, 120_000);

afterAll(async () => {
  await Promise.all([api.stop(), worker.stop()]);
  await collector.stop();
  await database.drop();
}, 60_000);

it('a command is one trace, from the request to the turn, and its lines of log say so', async () => {
  const caller = { trace: '0af7651916cd43dd8448eb211c80319c', span: 'b7ad6b7169203331' };
  const headers = { ...JSON_BODY, traceparent: `00-${caller.trace}-${caller.span}-01` };
  const answer = await api.fetch('POST', '/api/v1/contracts', headers, draft('C-OPERATE-1'));
  expect(answer.status).toBe(201);
  const spans = await eventually(
    async () => collector.spans.filter(({ traceId }) => traceId === caller.trace),
    (some) => some.length >= 3,
  );
  const named = (name: string) => spans.find((span) => span.name === name);
  const [request, command, turn] = [
    'POST /api/v1/contracts',
    'command contract.draft',
    'turn contract.draft',
  ].map(named);
  expect(request).toMatchObject({ service: 'pacta-api', parentSpanId: caller.span });
  expect(command).toMatchObject({ service: 'pacta-api', parentSpanId: request?.spanId });
  expect(turn).toMatchObject({ service: 'pacta-worker', parentSpanId: command?.spanId });

  const requestId = answer.headers.get('x-request-id');
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  const lines = api.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const line = lines.find((each) => each['requestId'] === requestId);
  expect(line).toMatchObject({
    level: 'info',
    context: 'Http',
    method: 'POST',
    route: '/api/v1/contracts',
    status: 201,
  });
  expect(line).toMatchObject({ caller: 'program', traceId: caller.trace });
});

it('metrics count requests by route, commands, turns and what waits, for whoever has the token', async () => {
  expect((await fetch(`${api.insideUrl}/metrics`)).status).toBe(401);
  const ofApi = await textOf(`${api.insideUrl}/metrics`, { authorization: `Bearer ${TOKEN}` });
  expect(ofApi).toContain(
    'pacta_http_request_duration_seconds_count{method="POST",route="/api/v1/contracts",status="201"} 1',
  );
  expect(ofApi).toContain('pacta_commands_total{type="contract.draft",outcome="applied"} 1');
  expect(ofApi).toMatch(/pacta_postgres_connections\{state="open"\} [1-9]/);
  const ofWorker = await textOf(`${worker.insideUrl}/metrics`);
  expect(ofWorker).toContain('pacta_turn_duration_seconds_count{owner="contract",outcome="written"} 1');
  expect(ofWorker).toMatch(/pacta_ledger_entries_total [1-9]/);
  expect(ofWorker).toContain('pacta_backlog_jobs{queue="mails",state="queued"} 0');
  expect(ofWorker).toMatch(/^temporal_num_pollers\{/m);
  // Nothing of a contract is a label.
  expect(`${ofApi}${ofWorker}`).not.toContain('C-OPERATE');
});

it('the dashboard reads only metrics that there are', async () => {
  const texts = await Promise.all([
    textOf(`${api.insideUrl}/metrics`, { authorization: `Bearer ${TOKEN}` }),
    textOf(`${worker.insideUrl}/metrics`),
  ]);
  const told = new Set(
    texts.flatMap((text) => [...text.matchAll(/^([a-z_]\w*)[{ ]/gm)].map(([, name]) => name)),
  );
  const read = dashboardExpressions().flatMap(metricsIn);
  expect(read.length).toBeGreaterThan(10);
  expect(read.filter((name) => !told.has(name))).toEqual([]);
  expect(() => metricsIn('sum(rate(a[5m])')).toThrow('not PromQL');
});

it('is alive and ready where it should be', async () => {
  for (const path of ['/health/live', '/health/ready']) {
    for (const url of [api.url, api.insideUrl, worker.insideUrl])
      expect({ url, status: (await fetch(`${url}${path}`)).status }).toEqual({ url, status: 200 });
  }
  expect(JSON.parse(await textOf(`${worker.insideUrl}/health/ready`))).toEqual({
    status: 'polling',
    postgresql: 'up',
  });
  await database.orm.em
    .fork()
    .execute(`update pacta_migration set name = name || '-' where name like '%changes'`);
  const behind = await fetch(`${api.url}/health/ready`);
  expect(behind.status).toBe(503);
  expect(await behind.json()).toEqual({ status: 'notReady', postgresql: 'up', schema: 'behind' });
  await database.orm.em.fork().execute(`update pacta_migration set name = rtrim(name, '-')`);
});

it('asked to end, the API says so, ends its streams, and finishes what it is at', async () => {
  const other = await startApi({ PACTA_DRAIN_SECONDS: '2' });
  const stream = await other.fetch('GET', '/api/v1/changes');
  const streamed = stream.text();
  // Nobody can write a contract now: the turn waits, and with it the request.
  const lock = database.orm.em.fork();
  await lock.begin();
  await lock.execute('lock table contract in exclusive mode');
  const inFlight = other.fetch('POST', '/api/v1/contracts', JSON_BODY, draft('C-OPERATE-2'));
  await delay(300);
  const ended = other.stop();
  await streamed;
  const draining = await fetch(`${other.url}/health/ready`);
  expect(draining.status).toBe(503);
  expect(await draining.json()).toMatchObject({ status: 'draining' });
  await lock.commit();
  expect((await inFlight).status).toBe(201);
  expect(await ended).toMatchObject({ code: 0 });
}, 60_000);

it('asked to end, the worker finishes its turns, and another goes on', async () => {
  const told = Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      api.fetch('POST', '/api/v1/contracts', JSON_BODY, draft(`C-OPERATE-W${index}`)),
    ),
  );
  const [exit, next] = await Promise.all([worker.stop(), WorkerProcess.start(database.url, temporal)]);
  worker = next;
  expect(exit).toMatchObject({ code: 0 });
  expect((await told).map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 201));
}, 60_000);
