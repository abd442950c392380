import { setTimeout as delay } from 'node:timers/promises';
import { leash, type Leashed } from '#servers/leash';
import { supervise } from './supervise.js';

const startChild = (): Promise<Leashed> =>
  Promise.resolve(leash(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { name: 'child' }));

/** Real processes, really killed. */
describe('supervise', () => {
  it('starts again what was killed, and says so', async () => {
    const lines: string[] = [];
    const supervised = await supervise('the worker', startChild, (line) => lines.push(line));
    const first = supervised.current();
    await first.kill();
    while (supervised.current() === first) await delay(20);
    await delay(20);
    expect(lines).toEqual([
      'the worker ended by itself (SIGKILL): starting it again in 0.5 s',
      'the worker is back',
    ]);
    await supervised.stop();
  });

  it('waits longer each time the start fails, and goes on', async () => {
    const lines: string[] = [];
    let starts = 0;
    const start = (): Promise<Leashed> => {
      starts++;
      return starts === 2 ? Promise.reject(new Error('port 1 is taken')) : startChild();
    };
    const supervised = await supervise('the worker', start, (line) => lines.push(line));
    const first = supervised.current();
    await first.kill();
    while (supervised.current() === first) await delay(20);
    await delay(20);
    expect(lines.slice(1)).toEqual([
      'the worker did not start (port 1 is taken): starting it again in 1 s',
      'the worker is back',
    ]);
    await supervised.stop();
  });

  it('leaves alone what it was told to end', async () => {
    const lines: string[] = [];
    const supervised = await supervise('the worker', startChild, (line) => lines.push(line));
    await supervised.stop();
    expect((await supervised.current().exited).signal).toBe('SIGTERM');
    await delay(50);
    expect(lines).toEqual([]);
  });

  it('throws when the first start fails', async () => {
    const start = (): Promise<Leashed> => Promise.reject(new Error('no port'));
    await expect(supervise('the worker', start, () => undefined)).rejects.toThrow('no port');
  });
});
