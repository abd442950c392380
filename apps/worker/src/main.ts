import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.js';
import { WorkerService } from './worker.service.js';

// The SDK shuts its workers down on SIGINT and SIGTERM by itself; Nest's hooks come after it.
const app = await NestFactory.createApplicationContext(WorkerModule, {
  logger: ['log', 'warn', 'error'],
  abortOnError: false,
});
await app.get(WorkerService).run(() => process.send?.('ready'));
await app.close();
process.exit(0);
