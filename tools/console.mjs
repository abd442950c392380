// Builds the console (apps/console) into dist/console/ with Vite, and compressed copies of what is text beside it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../', import.meta.url));
export const consoleFolder = join(root, 'dist/console');
const stamp = join(consoleFolder, '.built-from');
const sources = ['apps/console', 'libs/client/src', 'libs/domain/src', 'package.json', 'package-lock.json'];

function* filesOf(path) {
  if (statSync(path).isFile()) yield path;
  else for (const name of readdirSync(path)) if (name !== 'node_modules') yield* filesOf(join(path, name));
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => [...filesOf(join(root, source))]).sort()) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(root, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
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
  for (const path of filesOf(consoleFolder)) if (/\.(js|css|html|svg)$/.test(path)) compress(path);
  writeFileSync(stamp, from);
  return { ok: true, output: '' };
}

function compress(path) {
  const bytes = readFileSync(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
