import { setTimeout as delay } from 'node:timers/promises';
import { Gate } from './gate.js';

describe('Gate', () => {
  it('lets only so many through at once under a name, in the order in which they came', async () => {
    const gate = new Gate(2);
    const inside = { a: 0, b: 0 };
    const most = { a: 0, b: 0 };
    const order: number[] = [];
    const pass = (name: 'a' | 'b', number: number): Promise<void> =>
      gate.through(name, async () => {
        order.push(number);
        inside[name] += 1;
        most[name] = Math.max(most[name], inside[name]);
        await delay(5);
        inside[name] -= 1;
      });
    await Promise.all([1, 2, 3, 4, 5].flatMap((number) => [pass('a', number), pass('b', number)]));
    expect(most).toEqual({ a: 2, b: 2 });
    expect(order).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it('gives the place on when the work fails, and gives its value or its error back', async () => {
    const gate = new Gate(1);
    const failed = gate.through('a', () => Promise.reject(new Error('no')));
    const passed = gate.through('a', () => Promise.resolve('yes'));
    await expect(failed).rejects.toThrow('no');
    expect(await passed).toBe('yes');
  });
});
