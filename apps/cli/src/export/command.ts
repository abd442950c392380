import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Command } from 'commander';
import { apiAccess } from '../api-client.js';
import { fromHere, refuse } from '../faults.js';

interface Options {
  readonly out?: string;
}

export function configure(command: Command): void {
  command
    .command('bundle')
    .description('fetch all evidence of a contract as one signed archive that verifies without any server')
    .argument('<contract>')
    .option('--out <file>', 'the file to write; else CONTRACT-bundle.zip here')
    .action(exportBundle);
}

/** The file appears under its name only when it is whole. */
async function exportBundle(contract: string, { out }: Options): Promise<void> {
  const { url, key } = apiAccess('auditor');
  const address = `${url}/api/v1/contracts/${encodeURIComponent(contract)}/bundle`;
  const response = await fetch(address, { headers: { authorization: `Bearer ${key}` } }).catch(
    (cause: unknown) => {
      throw Object.assign(new Error(`nobody answers at ${url}`, { cause }), { code: 'nobodyAnswers' });
    },
  );
  if (!response.ok || response.body === null) return refuse([await problemOf(response)]);
  const path = fromHere(out ?? `${contract}-bundle.zip`);
  const half = `${path}.part`;
  try {
    await pipeline(response.body, createWriteStream(half));
    await rename(half, path);
  } finally {
    await rm(half, { force: true });
  }
  console.log(path);
}

async function problemOf(response: Response) {
  const problem = (await response.json().catch(() => null)) as { readonly detail?: string } | null;
  const allowed = 'allowed is a contract that this key reaches';
  return { path: 'contract', problem: problem?.detail ?? `the API answered ${response.status}`, allowed };
}
