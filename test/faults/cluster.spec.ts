import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Client } from '@temporalio/client';
import { verifyContract } from '#execution/verify';
import { oneStory } from '#histories/one-story';
import { readLedger } from '#persistence/ledger';
import { connectClient, type TemporalSettings } from '#temporal/connection';
import { incidentWorkflowId } from '#workflows/messages';
import { newContract } from '../support/api-contracts.js';
import { ApiProcess } from '../support/api-process.js';
import { describeWithCluster, startCluster, type TestCluster } from '../support/cluster.js';
import { freshNamespace } from '../support/engine.js';
import { FrontProxy } from '../support/front-proxy.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { servedBy } from '../support/shipped-process.js';
import { WorkerProcess } from '../support/worker-process.js';

const CLI = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
const CONTRACT = 'C-CLUSTER';
const REQUESTS = 24;
/** Who records leaves the processes time to start. */
const PACE_MILLISECONDS = 100;
const KEY = 'key-of-the-proxied-0123456789';
const KEYS = {
  PACTA_API_KEYS: JSON.stringify([{ name: 'proxied', role: 'administrator', key: KEY }]),
  PACTA_DRAIN_SECONDS: '1',
};

/**
 * What the compose file runs, as processes: a production Temporal server over PostgreSQL, two APIs behind a proxy, two
 * workers. One of each is replaced while requests are recorded through the proxy.
 */
describeWithCluster('two APIs and two workers', () => {
  let temporal: TestCluster;
  let settings: TemporalSettings;
  let database: MigratedDatabase;
  let client: Client;
  let proxy: FrontProxy;
  let apis: ApiProcess[];
  let workers: WorkerProcess[];

  const startApi = () => ApiProcess.start(database.url, settings, KEYS);
  const startWorker = () => WorkerProcess.start(database.url, settings);

  beforeAll(async () => {
    [temporal, database] = await Promise.all([startCluster(), migratedDatabase()]);
    settings = await freshNamespace(temporal.cluster.address);
    client = await connectClient(settings);
    [apis, workers] = await Promise.all([
      Promise.all([startApi(), startApi()]),
      Promise.all([startWorker(), startWorker()]),
    ]);
    proxy = await FrontProxy.to(apis.map(({ url }) => url));
  }, 180_000);

  afterAll(async () => {
    await proxy.stop();
    await Promise.all([...apis, ...workers].map((process) => process.stop()));
    await client.connection.close();
    await temporal.stop();
    await database.drop();
  }, 120_000);

  async function post(
    path: string,
    body: unknown,
    key: string,
  ): Promise<{ status: number; backend: string }> {
    const response = await fetch(`${proxy.url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${KEY}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    await response.arrayBuffer();
    return { status: response.status, backend: response.headers.get('x-backend') ?? '' };
  }

  async function begun(): Promise<void> {
    const thisMonth = `${new Date().toISOString().slice(0, 7)}-01`;
    const draft = newContract({ termStart: thisMonth, termMonths: 12 }, { id: CONTRACT });
    const path = `/contracts/${CONTRACT}`;
    expect((await post('/contracts', draft, 'draft')).status).toBe(201);
    expect((await post(`${path}/send`, {}, 'send')).status).toBe(200);
    for (const party of ['client', 'provider']) {
      const signature = { party, signer: party };
      expect((await post(`${path}/signatures`, signature, `sign-${party}`)).status).toBe(200);
    }
  }

  /** One API and one worker are replaced by new ones: the new ones first, then the old ones end. */
  async function replaceOneOfEach(): Promise<void> {
    const [api, worker] = await Promise.all([startApi(), startWorker()]);
    const [oldApi, oldWorker] = [apis.shift(), workers.shift()];
    apis.push(api);
    workers.push(worker);
    await proxy.use([...apis.map(({ url }) => url), ...(oldApi ? [oldApi.url] : [])]);
    const exits = await Promise.all([oldApi?.stop(), oldWorker?.stop()]);
    for (const exit of exits) expect(exit).toMatchObject({ code: 0 });
  }

  it('are replaced by others while requests are recorded, and nothing is lost', async () => {
    await begun();
    let isReplacing = true;
    const answers: { status: number; backend: string }[] = [];
    const recording = (async () => {
      for (let index = 0; index < REQUESTS || isReplacing; index++) {
        const body = { urgency: 'high', impact: 'low', name: `R-${index}` };
        answers.push(await post(`/contracts/${CONTRACT}/requests`, body, `record-${index}`));
        await delay(PACE_MILLISECONDS);
      }
    })();
    await replaceOneOfEach();
    isReplacing = false;
    await recording;
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    // The one that ended, the one that stayed and the new one had their share.
    expect(new Set(answers.map(({ backend }) => backend)).size).toBe(3);
    const em = database.orm.em.fork();
    const recorded = (await readLedger(em, CONTRACT)).filter(({ kind }) => kind === 'request.recorded');
    expect(recorded).toHaveLength(answers.length);
    expect((await verifyContract(em, CONTRACT)).faults).toEqual([]);
    const { differences } = await oneStory(database.orm.em.fork(), CONTRACT, client);
    expect(differences).toEqual([]);
  }, 120_000);

  it('a workflow that Temporal has lost is begun again by `pacta resume`, the others are left alone', async () => {
    await client.workflow.getHandle(incidentWorkflowId(CONTRACT, 'R-0')).terminate('as if it were lost');
    const env = { ...process.env, ...servedBy(database.url, settings) };
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'resume'], { env });
    expect(stdout).toMatch(
      /^begun: C-CLUSTER, request R-0\n\d+ wait for a deadline, 1 of them had no workflow\n$/,
    );
  }, 60_000);
});
