import 'reflect-metadata';
import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { startTracing } from '#telemetry/tracing';
import { WorkerModule } from './worker.module.js';
import { WorkerService } from './worker.service.js';

const tracing = startTracing('pacta-worker', process.env);
// The SDK shuts its workers down on SIGINT and SIGTERM by itself; Nest's hooks come after it.
const app = await NestFactory.createApplicationContext(WorkerModule, {
  logger: new ConsoleLogger({ json: true, logLevels: ['warn', 'error', 'fatal'] }),
  abortOnError: false,
});
app.useLogger(app.get(Logger));
await app.get(WorkerService).run(() => process.send?.('ready'));
await app.close();
await tracing?.stop();
process.exit(0);
