import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of the bench: a module of this folder, which says `ready`. */
export async function child(module, environment = {}) {
  const path = fileURLToPath(new URL(module, import.meta.url));
  const started = fork(path, { env: { ...process.env, ...environment }, execArgv: ['--expose-gc'] });
  started.setMaxListeners(0);
  const gone = once(started, 'exit').then(([code]) => {
    throw new Error(`${module} ended with ${code}`);
  });
  await Promise.race([once(started, 'message'), gone]);
  gone.catch(() => undefined);
  return {
    /** Bytes that it has, after what is not used any more is collected. */
    async memory() {
      started.send('memory');
      const [{ rss }] = await once(started, 'message');
      return rss;
    },
    async stop() {
      started.kill('SIGTERM');
      if (started.exitCode === null && started.signalCode === null) await once(started, 'exit');
    },
  };
}
