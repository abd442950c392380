import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Checkpoint, checkpointFaults, checkpointHash, checkpointSchema } from '#audit/checkpoint';
import { isIncluded } from '#audit/heads';
import { fingerprint } from '#audit/keys';
import { takeCheckpoint } from '#evidence/take-checkpoint';
import { fromSeconds } from '#domain/time/instant';
import { CheckpointKeeper } from '../../apps/api/src/checkpoints/checkpoint-keeper.js';
import { Checkpoints } from '../../apps/api/src/checkpoints/checkpoints.js';
import { rehearsalContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

/** Checkpoints as the API writes and shows them: over a real PostgreSQL and Temporal, into a real folder. */
type View = Checkpoint & { hash: string; keyFingerprint: string };
interface Proof {
  contract: string;
  sequence: number;
  hash: string;
  index: number;
  path: string[];
  checkpoint: View;
  code?: string;
}

let data: string;
let stack: TestStack;
let checkpoints: Checkpoints;
const environment = { ...process.env };

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'pacta-checkpoints-'));
  Object.assign(process.env, { PACTA_DATA: data, PACTA_DEMO: '1' });
  checkpoints = await Checkpoints.of(process.env);
  stack = await TestStack.start();
});

afterAll(async () => {
  await stack.stop();
  process.env = environment;
  await rm(data, { recursive: true, force: true });
});

const insist = async () => {
  if (!checkpoints.settings) throw new Error('no settings');
  const now = fromSeconds(Date.now() / 1000);
  return takeCheckpoint(stack.database.orm.em.fork(), checkpoints.settings, now, true);
};

it('makes the demonstration a key that nobody else reads', async () => {
  expect((await stat(join(data, 'checkpoint-key.pem'))).mode & 0o777).toBe(0o600);
});

it('says that there is none before the first one', async () => {
  const contract = await rehearsalContract(stack);
  expect((await stack.get<{ items: View[] }>('/api/v1/checkpoints')).body).toEqual({ items: [], next: null });
  const answer = await stack.get<Proof>(`/api/v1/contracts/${contract}/ledger/proof`, 'auditor');
  expect([answer.status, answer.body.code]).toEqual([404, 'unknownCheckpoint']);
  expect((await stack.get('/api/v1/checkpoints/1')).status).toBe(404);
});

it('lists a chain that holds, and proves a ledger by it', async () => {
  await new CheckpointKeeper(stack.database.orm, checkpoints).work();
  const contract = await rehearsalContract(stack);
  const { checkpoint } = await insist();
  const { body } = await stack.get<{ items: View[]; next: string | null }>(
    '/api/v1/checkpoints?limit=1',
    'auditor',
  );
  const rest = await stack.get<{ items: View[]; next: string | null }>(
    `/api/v1/checkpoints?limit=1&cursor=${body.next}`,
  );
  expect(rest.body.next).toBeNull();
  const [last, first] = [...body.items, ...rest.body.items];
  const plain = (one?: View) => {
    const { hash: _hash, keyFingerprint: _key, ...statement } = one ?? ({} as View);
    return checkpointSchema.parse(statement);
  };
  expect(checkpointFaults([plain(first), plain(last)])).toEqual([]);
  expect(last?.hash).toBe(checkpointHash(checkpoint));
  expect(last?.keyFingerprint).toBe(fingerprint(checkpoint.publicKey));
  expect((await stack.get<View>('/api/v1/checkpoints/2')).body).toEqual(last);

  const proof = (await stack.get<Proof>(`/api/v1/contracts/${contract}/ledger/proof`, 'auditor')).body;
  const { sequence, hash, index, path } = proof;
  expect(isIncluded({ head: { contract, sequence, hash }, index, path }, plain(proof.checkpoint))).toBe(true);
  const entries = await stack.get<{ items: { hash: string }[] }>(
    `/api/v1/contracts/${contract}/ledger?limit=200`,
  );
  expect(entries.body.items[sequence - 1]?.hash).toBe(hash);
  const older = await stack.get<Proof>(`/api/v1/contracts/${contract}/ledger/proof?checkpoint=1`);
  expect([older.status, older.body.code]).toEqual([404, 'unknownCheckpoint']);
});

it.each(['0', 'x', '1.5', '100000000'])('has nothing under the number %s', async (text) => {
  expect((await stack.get(`/api/v1/checkpoints/${text}`)).status).toBe(404);
});
