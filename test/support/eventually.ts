import { setTimeout as delay } from 'node:timers/promises';

/** Asks until the answer is as wished. Throws when it is not in time. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  isWished: (value: Value) => boolean,
  seconds = 30,
): Promise<Value> {
  const giveUpAt = Date.now() + seconds * 1000;
  for (;;) {
    const value = await ask();
    if (isWished(value)) return value;
    if (Date.now() > giveUpAt) throw new Error(`not as wished after ${seconds} s: ${JSON.stringify(value)}`);
    await delay(200);
  }
}
