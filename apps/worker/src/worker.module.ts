import { Module } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from '@temporalio/client';
import { LoggerModule } from 'nestjs-pino';
import { mailTransport } from '#mail/settings';
import { openDatabase } from '#persistence/database';
import { createLog, requestLog } from '#telemetry/log';
import { connectClient, temporalSettings } from '#temporal/connection';
import { linkMinter, MINT_LINK } from './mail/links.js';
import { MAIL_TRANSPORT, Postman } from './mail/postman.js';
import { Announcer } from './papers/announcer.js';
import { PAPER_PRESS } from './papers/paper-press.js';
import { Press } from './papers/press.js';
import { ThreadPress } from './papers/thread-press.js';
import { required, WorkerSettings } from './settings.js';
import { WorkerMetrics } from './telemetry/worker-metrics.js';
import { WorkerService } from './worker.service.js';

@Module({
  imports: [LoggerModule.forRoot({ pinoHttp: requestLog(createLog('info')) })],
  providers: [
    { provide: MikroORM, useFactory: () => openDatabase(required(process.env, 'DATABASE_URL')) },
    { provide: Client, useFactory: () => connectClient(temporalSettings(process.env)) },
    { provide: WorkerSettings, useFactory: () => WorkerSettings.read(process.env) },
    { provide: PAPER_PRESS, useFactory: () => new ThreadPress() },
    { provide: MAIL_TRANSPORT, useFactory: () => mailTransport(process.env) },
    { provide: MINT_LINK, inject: [MikroORM], useFactory: (orm: MikroORM) => linkMinter(orm, process.env) },
    Announcer,
    Press,
    Postman,
    WorkerMetrics,
    WorkerService,
  ],
})
export class WorkerModule {}
