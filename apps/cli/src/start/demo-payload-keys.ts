import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { payloadKeysFile } from '../running.js';

const webhookKeysFile = 'webhook-keys.json';

/**
 * The key by which a demonstration encrypts what goes through Temporal, as PACTA_PAYLOAD_KEYS has it: made once, then
 * read from the data folder (mode 0600). Whoever loses the file loses what Temporal keeps; PostgreSQL has the contracts.
 */
export function demoPayloadKeys(folder: string): Promise<string> {
  return keptKeys(join(folder, payloadKeysFile));
}

/** The key by which a demonstration encrypts secrets of webhooks, as PACTA_WEBHOOK_KEYS has it: made once as well. */
export function demoWebhookKeys(folder: string): Promise<string> {
  return keptKeys(join(folder, webhookKeysFile));
}

async function keptKeys(file: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => null);
  if (kept !== null) return kept.trim();
  const made = JSON.stringify([{ id: 'demo', key: randomBytes(32).toString('base64') }]);
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
}
