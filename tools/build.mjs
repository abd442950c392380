// Builds the project (one TypeScript program, tsconfig.build.json, into dist/) only when a source has changed since
// the last build that ended well. Plain JavaScript: it has to run before anything is built, on any Node >= 18.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildConsole, isConsoleBuilt } from './console.mjs';
import { fingerprintOf } from './fingerprint.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');
// Holds the fingerprint of the sources that dist/ was built from. It is removed before a build and written after one
// that ended well, so that a build that was interrupted, or that found type errors, never counts as fresh.
const stamp = join(dist, '.built-from');
const lock = join(dist, '.building');
const lockWaitSeconds = 300;

const sources = [
  'apps',
  'libs',
  'workflows',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

/** Those that tsconfig.build.json compiles. The console is built by itself. */
function isSource(path) {
  if (path.startsWith(join(root, 'apps/console'))) return false;
  return /\.(c?ts|json)$/.test(path) && !path.endsWith('.spec.ts');
}

function fingerprint() {
  return fingerprintOf(root, sources, isSource);
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two commands started together must not write dist/ at once. A lock whose owner is gone is taken over. */
function takeLock(log) {
  mkdirSync(dist, { recursive: true });
  const giveUpAt = Date.now() + lockWaitSeconds * 1000;
  for (let said = false; ;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(readIfThere(lock));
    const justMade = owner === 0; // made, but its owner's id is not written yet
    if (!justMade && !isAlive(owner)) rmSync(lock, { force: true });
    else if (Date.now() > giveUpAt)
      throw new Error(`another build (process ${owner}) has held ${lock} for too long`);
    else if (!said) said = log(`waiting for another build (process ${owner})`) ?? true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}

function typescriptCompiler() {
  try {
    return createRequire(import.meta.url).resolve('typescript/bin/tsc');
  } catch {
    throw new Error(
      'dist/ is out of date and TypeScript is not installed: run `npm ci` (with its dev dependencies)',
    );
  }
}

function compile(log) {
  const tsc = typescriptCompiler();
  log('building (a few seconds) ...');
  const sources = fingerprint();
  rmSync(stamp, { force: true });
  // Without its output the compiler's own note of what is up to date would be wrong.
  if (!existsSync(join(dist, 'apps'))) rmSync(join(dist, '.tsbuildinfo'), { force: true });
  const compiled = node(tsc, '-p', 'tsconfig.build.json');
  if (!compiled.ok) return compiled;
  joinVerifier();
  const bundled = node('tools/bundle.mjs');
  if (!bundled.ok) return bundled;
  writeFileSync(stamp, sources);
  return { ok: true, output: '' };
}

function node(...words) {
  const result = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (result.error) throw result.error;
  const isOk = result.status === 0;
  return { ok: isOk, output: isOk ? '' : `${result.stdout}${result.stderr}`.trim() };
}

/** The verifier goes into every bundle as one file that Node and browsers run, and people read. */
function joinVerifier() {
  const { buildSync } = createRequire(import.meta.url)('esbuild');
  buildSync({
    absWorkingDir: root,
    entryPoints: ['dist/libs/verifier/src/main.js'],
    outfile: 'dist/verifier/verify.js',
    bundle: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    platform: 'neutral',
    external: ['node:*'],
    banner: {
      js: '// Verifies a bundle of Pacta: `node verify.js [BUNDLE] [--key FINGERPRINT]`, or by index.html in a browser.',
    },
    logLevel: 'warning',
  });
}

function isFresh() {
  return readIfThere(stamp) === fingerprint();
}

/**
 * Makes sure dist/ holds what the sources say. Says something (through `log`) only when there is something to do.
 * @param {(line: string) => void} log
 * @returns {{ ok: boolean, output: string }} `ok` is false when the sources have type errors: `output` has them. The
 *   JavaScript has been written all the same.
 */
export function ensureBuilt(log) {
  if (isFresh() && isConsoleBuilt()) return { ok: true, output: '' };
  takeLock(log);
  try {
    // Another process may have built it while we waited for the lock.
    const compiled = isFresh() ? { ok: true, output: '' } : compile(log);
    if (!compiled.ok || isConsoleBuilt()) return compiled;
    log('building the console (a few seconds) ...');
    return buildConsole();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** {@link ensureBuilt} for a command line: says what is wrong on stderr. Returns whether dist/ can be used. */
export function buildOrExplain() {
  try {
    const { ok, output } = ensureBuilt((line) => console.error(`pacta: ${line}`));
    if (!ok) console.error(`${output}\npacta: the build failed, see above`);
    return ok;
  } catch (error) {
    console.error(`pacta: ${error.message}`);
    return false;
  }
}

const runAsCommand = realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url);
if (runAsCommand && !buildOrExplain()) process.exit(1);
