import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { foundAbove } from '../installation.js';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** What the build writes; the console's sources, in a folder of the same name, have none. */
const MANIFEST = '.vite/manifest.json';

/** Where the build puts the console; null where it is not built. */
export function consoleFolder(): string | null {
  const manifest = foundAbove(`console/${MANIFEST}`, `dist/console/${MANIFEST}`);
  return manifest && dirname(dirname(manifest));
}

/** Lets answers send files of the console, where it is built; compressed where the browser takes it. */
export async function serveConsoleFiles(fastify: Fastify): Promise<void> {
  const root = consoleFolder();
  if (root !== null) await fastify.register(fastifyStatic, { root, serve: false, preCompressed: true });
}
