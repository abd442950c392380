import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { openDatabase } from '#persistence/database';
import { Inside } from '#telemetry/inside';
import { telemetrySettings } from '#telemetry/settings';
import { startTracing } from '#telemetry/tracing';
import { temporalSettings } from '#temporal/connection';
import { requirePayloadKeys } from '#temporal/payload-keys';
import { createApi } from './app.js';
import { Patience } from './commands/patience.js';
import { lazyClient } from './connections.js';
import { apiSettings } from './settings.js';
import { apiInsight } from './telemetry/insight.js';
import { windDown } from './wind-down.js';

async function run(): Promise<void> {
  requirePayloadKeys(process.env);
  const settings = apiSettings(process.env);
  const telemetry = telemetrySettings(process.env);
  const tracing = startTracing('pacta-api', process.env);
  const client = lazyClient(temporalSettings(process.env));
  const orm = await openDatabase(settings.databaseUrl);
  const parts = { orm, client, keys: settings.keys, patience: new Patience() };
  const app = await createApi(parts, { isTraced: tracing !== null });
  const logger = new Logger('Api');
  const inside = telemetry && (await Inside.listen(telemetry, apiInsight(app)));
  if (inside) logger.log(`metrics on port ${inside.port}`);
  await app.listen({ host: settings.host, port: settings.port });
  logger.log(`listening on ${await app.getUrl()}`);
  process.send?.('ready');
  await askedToEnd();
  logger.log('draining');
  await windDown(app, settings.drainSeconds);
  await inside?.close();
  await client.connection.close();
  await orm.close();
  await tracing?.stop();
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
