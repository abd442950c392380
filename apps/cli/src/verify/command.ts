import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Command, CommanderError } from 'commander';
import { checkSeal } from '#documents/seal/check-seal';
import { type Found, fromHere, refuse } from '../faults.js';
import { verifyBundle } from './bundle.js';
import { verifyAll, verifyContract } from './contract.js';
import { verifyAllDecisions, verifyDecision } from './decisions.js';
import { withDatabase } from '../with-database.js';
import { verifyCheckpoints } from './checkpoints.js';
import { lookUp } from './lookup.js';
import { trustedCertificate } from './trusted.js';
import { verdictLines, verdictOfLookup, verdictOfSeal } from './verdict.js';

interface Options {
  readonly certificate?: string;
  readonly api?: string;
}

interface CheckpointOptions {
  readonly folder?: string;
  readonly key?: string;
}

export function configure(command: Command): void {
  command
    .command('document')
    .description(
      'check a PDF: signed original (exit code 0), changed (1), unknown (3); 2 where it cannot be checked',
    )
    .argument('<file>', 'the PDF')
    .option(
      '--certificate <certificate>',
      "the operator's: a PEM file or its SHA-256 fingerprint; else that of PACTA_SEAL_P12, else the demo key's",
    )
    .option('--api <url>', 'the API to ask for a file whose seal does not tell; else the one that runs here')
    // 1 says that the document was changed: what was asked for wrongly is a 2 here too.
    .exitOverride(({ exitCode, code, message }) => {
      throw new CommanderError(exitCode === 0 ? 0 : 2, code, message);
    })
    .action(verifyDocument);
  configureDatabase(command);
  command
    .command('bundle')
    .description(
      'verify an archive of evidence, and make its decisions again; exit code 1 where it is not whole',
    )
    .argument('<file>', 'the archive')
    .option('--key <fingerprint>', 'the key that must have signed, as you were told it')
    .action(verifyBundle);
  command
    .command('checkpoints')
    .description(
      'compare every checkpoint with the database: ledgers rolled back, cut off or replaced; exit code 1 where one is',
    )
    .option(
      '--folder <folder>',
      'where they lie; else PACTA_CHECKPOINTS, else checkpoints in the data folder',
    )
    .option('--key <fingerprint>', 'the key that must have signed, as you were told it')
    .action((options: CheckpointOptions) => withDatabase((orm) => verifyCheckpoints(orm, options)));
}

/** What is checked in the database itself. */
function configureDatabase(command: Command): void {
  command
    .command('decision')
    .description(
      'make a decision again from the ledger and the rules, and compare it with its receipt to the letter',
    )
    .argument('<id>', 'CONTRACT/ID, C-DEMO-1/12-penalty')
    .action(verifyDecision);
  command
    .command('decisions')
    .description('make all decisions of a contract again; exit code 1 where one is not the same')
    .argument('<contract>')
    .action(verifyAllDecisions);
  command
    .command('contract')
    .description(
      'check that workflow histories, ledger, read model and documents tell one story; exit code 1 where not',
    )
    .argument('<contract>')
    .option('--no-histories', 'leave out what workflows did')
    .action(verifyContract);
  command
    .command('all')
    .description('check every contract of the database in the same way')
    .option('--no-histories', 'leave out what workflows did')
    .action(verifyAll);
}

async function verifyDocument(path: string, { certificate, api }: Options): Promise<void> {
  const read = await readPdf(path);
  if ('faults' in read) return refuse(read.faults);
  const found = await trustedCertificate(certificate, process.env);
  if ('faults' in found) return refuse(found.faults);
  const seal = checkSeal(read.bytes);
  const hex = createHash('sha256').update(read.bytes).digest('hex');
  const verdict =
    verdictOfSeal(seal, found.trusted) ??
    verdictOfLookup(seal, found.trusted, await lookUp(hex, api, process.env));
  for (const line of verdictLines(verdict, seal, hex)) console.log(line);
  process.exitCode = verdict.exitCode;
}

/** A sealed file whose first bytes were changed is a changed PDF, not something else. */
async function readPdf(path: string): Promise<Found<{ readonly bytes: Buffer }>> {
  const bytes = await readFile(fromHere(path)).catch(() => null);
  const allowed = 'allowed is the path of a PDF';
  if (bytes === null) return { faults: [{ path, problem: 'there is no such file to read', allowed }] };
  const isPdf = bytes.subarray(0, 1024).includes('%PDF-') || checkSeal(bytes).kind !== 'none';
  return isPdf ? { bytes } : { faults: [{ path, problem: 'is no PDF', allowed }] };
}
