import { Follower, type Following } from './follower';

/** A check that ends when it is told to. */
function held() {
  const runs: { input: string; end: (answer: string) => void; fail: (error: unknown) => void }[] = [];
  const told: Following<string, string>[] = [];
  const follower = new Follower<string, string>(
    (input, signal) =>
      new Promise((resolve, reject) => {
        runs.push({ input, end: resolve, fail: reject });
        signal.addEventListener('abort', () => reject(new Error('broken off')));
      }),
    (state) => told.push(state),
  );
  return { follower, runs, told, settled: () => new Promise((resolve) => setTimeout(resolve)) };
}

describe('a check that follows what is typed', () => {
  it('runs one at a time, and after the last change once more', async () => {
    const { follower, runs, told, settled } = held();
    follower.begin();
    follower.want('a');
    follower.want('b');
    follower.want('c');
    expect(runs.map(({ input }) => input)).toEqual(['a']);
    runs[0]?.end('of a');
    await settled();
    expect(runs.map(({ input }) => input)).toEqual(['a', 'c']);
    expect(told.at(-1)).toMatchObject({ last: { input: 'a', answer: 'of a' }, since: expect.any(Number) });
    runs[1]?.end('of c');
    await settled();
    expect(runs).toHaveLength(2);
    expect(told.at(-1)).toMatchObject({ last: { input: 'c', answer: 'of c', error: null }, since: null });
  });

  it('does not run again over what it has looked at, and waits where there is nothing', async () => {
    const { follower, runs, settled } = held();
    follower.begin();
    follower.want(null);
    follower.want('a');
    runs[0]?.end('of a');
    await settled();
    follower.want('a');
    follower.want(null);
    expect(runs).toHaveLength(1);
  });

  it('says why one could not be done, without forgetting how long the others take', async () => {
    const { follower, runs, told, settled } = held();
    follower.begin();
    follower.want('a');
    runs[0]?.end('of a');
    await settled();
    follower.want('b');
    runs[1]?.fail('refused');
    await settled();
    expect(told.at(-1)).toMatchObject({
      last: { input: 'b', answer: null, error: 'refused' },
      took: expect.any(Number),
    });
  });

  it('ends with the page, and begins anew with the next', async () => {
    const { follower, runs, settled } = held();
    const end = follower.begin();
    follower.want('a');
    end();
    follower.begin();
    follower.want('a');
    await settled();
    // What was broken off has not been looked at.
    expect(runs.map(({ input }) => input)).toEqual(['a', 'a']);
    follower.begin()();
    runs[1]?.end('late');
    follower.want('b');
    await settled();
    expect(runs).toHaveLength(2);
  });
});
