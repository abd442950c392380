// Builds the console (apps/console) into dist/console/ with Vite, and compressed copies of what is text beside it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { filesBelow, fingerprintOf } from './fingerprint.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
export const consoleFolder = join(root, 'dist/console');
const stamp = join(consoleFolder, '.built-from');
// With the libraries that vite.config.ts gives a name to.
const shared = ['client', 'decisions', 'domain', 'templates', 'verifier'].map((name) => `libs/${name}/src`);
const sources = ['apps/console', ...shared, 'rules/schemas', 'package.json', 'package-lock.json'];

function fingerprint() {
  return fingerprintOf(root, sources);
}

/** @returns {boolean} Whether dist/console holds what the sources say. */
export function isConsoleBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

/** Builds it. @returns {{ ok: boolean, output: string }} */
export function buildConsole() {
  const from = fingerprint();
  rmSync(stamp, { force: true });
  const vite = createRequire(import.meta.url)
    .resolve('vite/package.json')
    .replace(/package\.json$/, 'bin/vite.js');
  const result = spawnSync(process.execPath, [vite, 'build', 'apps/console', '--logLevel', 'warn'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (result.error) throw result.error;
  if (result.status !== 0) return { ok: false, output: `${result.stdout}${result.stderr}`.trim() };
  for (const path of filesBelow(consoleFolder)) if (/\.(js|css|html|svg)$/.test(path)) compress(path);
  writeFileSync(stamp, from);
  return { ok: true, output: '' };
}

function compress(path) {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
