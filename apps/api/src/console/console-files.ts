import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';

type Fastify = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** Lets answers send files of the console; compressed where the build has made them so and the browser takes it. */
export async function serveConsoleFiles(fastify: Fastify): Promise<void> {
  await fastify.register(fastifyStatic, { root: consoleFolder(), serve: false, preCompressed: true });
}

/** Where the build puts the console; the folder need not be there. */
export function consoleFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const place of ['console', 'dist/console'])
      // Its sources are in a folder of that name as well.
      if (existsSync(join(folder, place, '.vite/manifest.json'))) return join(folder, place);
    const parent = dirname(folder);
    if (parent === folder) return join(dirname(fileURLToPath(import.meta.url)), 'not-built');
    folder = parent;
  }
}
