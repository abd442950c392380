import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { openDatabase } from '#persistence/database';
import { temporalSettings } from '#temporal/connection';
import { requirePayloadKeys } from '#temporal/payload-keys';
import { createApi } from './app.js';
import { Patience } from './commands/patience.js';
import { lazyClient } from './connections.js';
import { apiSettings } from './settings.js';

async function run(): Promise<void> {
  requirePayloadKeys(process.env);
  const settings = apiSettings(process.env);
  const client = lazyClient(temporalSettings(process.env));
  const orm = await openDatabase(settings.databaseUrl);
  const app = await createApi({ orm, client, keys: settings.keys, patience: new Patience() });
  await app.listen({ host: settings.host, port: settings.port });
  new Logger('Api').log(`listening on ${await app.getUrl()}`);
  process.send?.('ready');
  await askedToEnd();
  await app.close();
  await client.connection.close();
  await orm.close();
}

function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

try {
  await run();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
