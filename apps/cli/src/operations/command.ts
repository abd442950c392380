import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { fromHere, refuse } from '../faults.js';
import { follow } from './follow.js';
import { printFailed, printOperation, printResult } from './output.js';
import { LINE_STATUSES, type LineStatus, type Operation, OperationCalls, type Refused } from './calls.js';

const HELP = `
FILE is NDJSON: a line for each contract, what POST /contracts takes and perhaps a "reference" of your own.

  pacta operations start contracts.ndjson --then send
  pacta operations results O-0123456789abcdef --status failed`;

interface StartOptions {
  readonly then: 'draft' | 'send';
  readonly key?: string;
}

export function configure(command: Command): void {
  command.addHelpText('after', HELP);
  command
    .command('start')
    .description('start many contracts from a file, and tell how far it is until it is over')
    .argument('<file>')
    .addOption(
      new Option('--then <goal>', 'send: send each draft for signing too')
        .choices(['draft', 'send'])
        .default('draft'),
    )
    .option('--key <key>', 'the idempotency key: the same file under the same key is the same operation')
    .action(start);
  withOperation(command.command('show').description('how far an operation is')).action((id: string) =>
    told(new OperationCalls().read(id), printOperation),
  );
  withOperation(command.command('results').description('what the lines of an operation came to'))
    .addOption(new Option('--status <status>', 'only lines that are so').choices(LINE_STATUSES))
    .option('--json', 'write data, one line each')
    .action(results);
  withOperation(
    command.command('cancel').description('skip every line that nobody has begun; what is done stays done'),
  ).action((id: string) => told(new OperationCalls().cancel(id), printOperation));
}

/** Follows what it has started; the operation itself needs nobody who looks. */
async function start(file: string, { then: goal, key }: StartOptions): Promise<void> {
  const calls = new OperationCalls();
  const bytes = await readFile(fromHere(file)).catch(() => null);
  if (bytes === null)
    return refuse([
      { path: 'file', problem: `${file} cannot be read`, allowed: 'allowed is a file of NDJSON' },
    ]);
  const started = await calls.start(bytes, goal, key ?? randomUUID());
  if ('faults' in started) return refuse(started.faults);
  console.log(
    `${started.id}: ${started.total} lines. It goes on by itself: pacta operations show ${started.id}`,
  );
  const done = await follow(calls, started);
  if ('faults' in done) return refuse(done.faults);
  await printFailed(calls, done);
  if (done.succeeded < done.total) process.exitCode = 1;
}

async function results(
  id: string,
  { status, json }: { readonly status?: LineStatus; readonly json?: boolean },
): Promise<void> {
  const lines = await new OperationCalls().results(id, status);
  if ('faults' in lines) return refuse(lines.faults);
  for (const line of lines) {
    if (json) console.log(JSON.stringify(line));
    else printResult(line);
  }
}

async function told(
  asked: Promise<Operation | Refused>,
  print: (operation: Operation) => void,
): Promise<void> {
  const answer = await asked;
  if ('faults' in answer) refuse(answer.faults);
  else print(answer);
}

function withOperation(command: Command): Command {
  return command.argument('<operation>', 'its id, O-0123456789abcdef');
}
