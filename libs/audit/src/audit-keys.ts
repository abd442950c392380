import { type KeyObject, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AuditKeyProblem, newKeyPem, privateKeyOf, publicKeyText } from './keys.js';

/**
 * The keys that checkpoints are signed with. The last one is the one to sign with from now on; those before it are kept
 * so that the chain can be handed over to it.
 */
export class AuditKeys {
  constructor(private readonly keys: readonly KeyObject[]) {
    if (keys.length === 0) throw new AuditKeyProblem('there is no key to sign checkpoints with');
  }

  /** Reads PEM files, in their order. Throws an AuditKeyProblem that names the file. */
  static async read(paths: readonly string[]): Promise<AuditKeys> {
    const keys = await Promise.all(
      paths.map(async (path) => {
        const pem = await readFile(path, 'utf8').catch(() => {
          throw new AuditKeyProblem(`the key file ${path} cannot be read`);
        });
        return privateKeyOf(pem);
      }),
    );
    return new AuditKeys(keys);
  }

  /** The key to sign with from now on. */
  get current(): KeyObject {
    const key = this.keys.at(-1);
    if (!key) throw new AuditKeyProblem('there is no key to sign checkpoints with');
    return key;
  }

  /** The key with this public half. Throws an AuditKeyProblem where it is none of these. */
  of(publicKey: string): KeyObject {
    const key = this.keys.find((one) => publicKeyText(one) === publicKey);
    if (!key)
      throw new AuditKeyProblem(
        'the checkpoints there are name another key as the next signer: put its file before the new one',
      );
    return key;
  }
}

/**
 * Makes a key file (mode 0600) where there is none. Of processes that start together all get the one that was first.
 */
export async function makeKeyFile(path: string): Promise<void> {
  if (await readFile(path).catch(() => null)) return;
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const candidate = join(folder, `.checkpoint-key.${randomBytes(6).toString('hex')}`);
  await writeFile(candidate, newKeyPem(), { mode: 0o600, flag: 'wx' });
  try {
    await link(candidate, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(candidate, { force: true });
  }
}
