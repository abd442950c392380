// Tries the whole API of a running stack with schemathesis: every route of its OpenAPI document, then sequences of calls.
// `npm start` in one shell, `npm run fuzz` in another. Needs Python 3; the tool is installed into a folder of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VERSION = '4.32.5';
const folder = join(tmpdir(), `pacta-schemathesis-${VERSION}`);
const environment = { ...demoEnvironment(), ...process.env };
const url = environment.PACTA_URL;
const role = environment.PACTA_FUZZ_ROLE ?? 'administrator';
const key = environment.PACTA_KEY ?? environment[`PACTA_KEY_${role.toUpperCase()}`];
if (!url || !key)
  fail('no address or no key: start Pacta here by `npm start`, or set PACTA_URL and PACTA_KEY');

if (!existsSync(join(folder, 'bin', 'schemathesis'))) {
  run('python3', ['-m', 'venv', folder]);
  run(join(folder, 'bin', 'pip'), ['install', '--quiet', `schemathesis==${VERSION}`]);
}
const given = process.argv.slice(2);
const config = new URL('../test/fuzz/schemathesis.toml', import.meta.url).pathname;
const hooks = new URL('../test/fuzz/schemathesis_hooks.py', import.meta.url).pathname;
const where = ['--config-file', config, 'run', `${url}/api/docs/openapi.json`];
// A stream of changes has no end to wait for.
const left = ['--exclude-path', '/api/v1/changes'];
const who = ['--header', `Authorization: Bearer ${key}`, '--no-color'];
run(join(folder, 'bin', 'schemathesis'), [...where, ...left, ...who, ...given]);

/** The lines `export NAME=VALUE` that a running stack keeps for shells. */
function demoEnvironment() {
  const file = join(process.env.PACTA_DATA ?? '.pacta', 'env');
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, 'utf8').matchAll(/^export (\w+)=(.*)$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, value]));
}

function run(program, parameters) {
  const env = { ...process.env, SCHEMATHESIS_HOOKS: hooks };
  const { status, error } = spawnSync(program, parameters, { stdio: 'inherit', env });
  if (error) fail(`${program} cannot be run: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

function fail(message) {
  console.error(`fuzz: ${message}`);
  process.exit(1);
}
