import { Client, Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { durableDatabase } from '../made/database.mjs';
import { child } from './child.mjs';
import { keys, keysText } from './keys.mjs';

const { findTimeSkippingServer } = await import('#servers/time-skipping-server');
const { searchAttributes } = await import('#servers/search-attributes');
const { connectClient } = await import('#temporal/connection');
const { quietRuntime } = await import('#temporal/workers');
const { fromSeconds, toSeconds } = await import('#domain/time/instant');

const KEYWORD = 2;

/** Temporal with a time of its own, so that years of a contract on a real clock pass in seconds. */
export async function skippingWorld() {
  quietRuntime(() => undefined);
  const { url, orm, close } = await durableDatabase();
  const { executable } = await findTimeSkippingServer(() => undefined);
  const time = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: executable.path } },
  });
  await time.connection.operatorService.addSearchAttributes({
    namespace: 'default',
    searchAttributes: Object.fromEntries(Object.keys(searchAttributes).map((name) => [name, KEYWORD])),
  });
  const { address } = time;
  const environment = { DATABASE_URL: url, TEMPORAL_ADDRESS: address, PACTA_PAYLOAD_KEYS: keysText };
  const workers = [
    await child('product-worker.mjs', environment),
    await child('bare-worker.mjs', environment),
  ];
  const client = await connectClient({ address, namespace: 'default', payloadKeys: keys });
  const connection = await Connection.connect({ address });
  return {
    orm,
    client,
    bareClient: new Client({ connection }),
    now: async () => fromSeconds((await time.currentTimeMs()) / 1000),
    async skipTo(at) {
      const left = toSeconds(at) * 1000 - (await time.currentTimeMs());
      if (left > 0) await time.sleep(left);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await Promise.all([client.connection.close(), connection.close()]);
      await time.teardown();
      await close();
    },
  };
}
