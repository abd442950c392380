import { Webhook } from 'standardwebhooks';
import { nextDelaySeconds, RETRY_SECONDS, retryTableText } from './retries.js';
import { newSecret, signedHeaders } from './signature.js';

/** What is signed here is verified by the library of the specification. */
describe('a signature', () => {
  const [old, fresh] = [newSecret(), newSecret()];
  const body = '{"data":"违约金"}';
  const timestamp = Math.floor(Date.now() / 1_000);
  const headers = signedHeaders({ id: 'C-1/7', timestamp, body }, [fresh, old]);

  it('is good by each of the secrets, and by no other', () => {
    for (const secret of [old, fresh])
      expect(new Webhook(secret).verify(body, headers)).toEqual({ data: '违约金' });
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow('No matching signature');
  });

  it.each([
    ['another body', { body: body.replace('data', 'date') }],
    ['another id', { 'webhook-id': 'C-1/8' }],
    ['another time', { 'webhook-timestamp': String(timestamp - 1) }],
  ])('is not good for %s', (_, changed) => {
    const { body: told = body, ...others } = changed as Record<string, string>;
    expect(() => new Webhook(old).verify(told, { ...headers, ...others })).toThrow('No matching signature');
  });
});

describe('the retry table', () => {
  it('waits as published, at most a tenth longer, and ends', () => {
    expect(retryTableText()).toBe('at once, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h');
    expect(nextDelaySeconds(RETRY_SECONDS, 2, () => 0)).toBe(300);
    expect(nextDelaySeconds(RETRY_SECONDS, 2, () => 1)).toBe(330);
    expect(nextDelaySeconds(RETRY_SECONDS, RETRY_SECONDS.length)).toBeNull();
  });
});
