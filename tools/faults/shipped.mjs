import { appendFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const { describeExit, leash } = await import('#servers/leash');

const READY_SECONDS = 60;

/**
 * A process of the product from its build, on a leash. Returns once it says that it is ready; throws where it ends
 * instead.
 *
 * @param {'api' | 'worker'} app
 * @param {Record<string, string>} env
 * @param {string} logFile gets what it prints
 */
export async function launchShipped(app, env, logFile) {
  const main = fileURLToPath(new URL(`../../dist/apps/${app}/src/main.js`, import.meta.url));
  const ready = Promise.withResolvers();
  let pid = 0;
  const child = leash(process.execPath, [main], {
    name: app,
    env: { ...process.env, ...env },
    onStarted: (started) => (pid = started),
    onLine: (line) => appendFileSync(logFile, `${line}\n`),
    onMessage: (message) => message === 'ready' && ready.resolve(),
  });
  void child.exited.then((exit) => ready.reject(new Error(`the ${app} ended: ${describeExit(exit)}`)));
  const late = setTimeout(() => ready.reject(new Error(`the ${app} is not ready`)), READY_SECONDS * 1000);
  try {
    await ready.promise;
  } catch (error) {
    await child.kill();
    throw error;
  } finally {
    clearTimeout(late);
  }
  return { exited: child.exited, kill: () => process.kill(pid, 'SIGKILL'), stop: () => child.stop() };
}
