#!/usr/bin/env node
// The `pacta` command: makes sure that the build is fresh, then runs the command line in this same process. Nothing
// but the command's own output goes to stdout.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

// The first one with Argon2 among its own.
const oldestNode = [24, 7];
const installedName = process.platform === 'win32' ? 'node.exe' : 'node';

function nodeIsTooOld() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
}

/** Runs this file again under the Node that `npm ci` installed, and ends as that ends. */
function runUnderInstalledNode() {
  const node = fileURLToPath(new URL(`../node_modules/node/bin/${installedName}`, import.meta.url));
  if (!existsSync(node)) {
    console.error(
      `pacta: needs Node ${oldestNode.join('.')} or newer, this is ${process.version}. \`npm ci\` installs one.`,
    );
    process.exit(1);
  }
  // The channel tells the child when this process ends in any way, even by a kill it cannot catch.
  const child = spawn(node, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // From a terminal, Ctrl-C reaches the child as well: this process only waits for it.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

async function run() {
  module.enableCompileCache?.();
  // `npm run build` says the same, but this way nobody has to remember it.
  const { buildOrExplain } = await import('./build.mjs');
  if (!buildOrExplain()) process.exit(1);
  if (process.channel) {
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel.unref();
  }
  await import('../dist/apps/cli/src/main.js');
}

if (nodeIsTooOld()) runUnderInstalledNode();
else await run();
