import { type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { type OpenAPIObject } from '@nestjs/swagger';
import { ApiModule, type ApiParts } from '../api.module.js';
import { Patience } from '../commands/patience.js';
import { openApiDocument } from './openapi.js';

const SILENT: LogLevel[] = ['error', 'fatal'];

/** The OpenAPI document without a database or anything else that runs: nothing of the module is made in a preview. */
export async function offlineDocument(): Promise<OpenAPIObject> {
  const app = await NestFactory.create(
    ApiModule.of({ patience: new Patience() } as ApiParts),
    new FastifyAdapter(),
    {
      preview: true,
      logger: SILENT,
      abortOnError: false,
    },
  );
  try {
    return openApiDocument(app);
  } finally {
    await app.close();
  }
}
