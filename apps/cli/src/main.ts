import { Command, CommanderError } from 'commander';

/** What every command's module exports: it adds its arguments, its options and its action to the given command. */
interface CommandModule {
  configure(command: Command): void;
}

interface CommandEntry {
  summary: string;
  load(): Promise<CommandModule>;
}

/**
 * The commands by name, each in its own folder. A module is loaded only when its command runs, so that a quick
 * command (`rehearse`) does not wait for what a heavy one (`start`) needs.
 */
const commands: Record<string, CommandEntry> = {
  start: {
    summary: 'start everything on this machine: PostgreSQL, Temporal, worker and API',
    load: () => import('./start/command.js'),
  },
  migrate: {
    summary: 'bring the schema of the database that DATABASE_URL names up to date',
    load: () => import('./migrate/command.js'),
  },
  template: {
    summary: 'write, check, test, pack and compare contract templates',
    load: () => import('./template/command.js'),
  },
  rules: {
    summary: 'show, explain, prove and try rules',
    load: () => import('./rules/command.js'),
  },
  rehearse: {
    summary: 'run a contract against a scenario and show what becomes of it',
    load: () => import('./rehearse/command.js'),
  },
  documents: {
    summary: 'write every document that a scenario brings about, without any server',
    load: () => import('./documents/command.js'),
  },
  demo: {
    summary: 'play a whole year of a contract on the running stack, and tell it',
    load: () => import('./demo/command.js'),
  },
  operations: {
    summary: 'start many contracts from a file, and see what each line came to',
    load: () => import('./operations/command.js'),
  },
  ledger: {
    summary: 'show, verify or rebuild from a ledger',
    load: () => import('./ledger/command.js'),
  },
  histories: {
    summary: 'tell what the workflows of a contract did, or export their histories now',
    load: () => import('./histories/command.js'),
  },
  rebuild: {
    summary: 'make the read model anew from the ledger, after showing what differs',
    load: () => import('./rebuild/command.js'),
  },
  resume: {
    summary: 'begin the workflows that a Temporal which was put back from a backup does not have',
    load: () => import('./resume/command.js'),
  },
  account: {
    summary: 'make accounts that sign in with a password, the first administrator’s too',
    load: () => import('./account/command.js'),
  },
  auditor: {
    summary: 'let an auditor read the database, write nothing, and end by itself',
    load: () => import('./auditor/command.js'),
  },
  codec: {
    summary: "decrypt payloads for Temporal's UI",
    load: () => import('./codec/command.js'),
  },
  export: {
    summary: 'fetch all evidence of a contract as one archive',
    load: () => import('./export/command.js'),
  },
  verify: {
    summary: 'say whether documents, decisions and ledgers are what they were',
    load: () => import('./verify/command.js'),
  },
};

async function buildProgram(wanted: string | undefined): Promise<Command> {
  const program = new Command('pacta');
  program.description('A rules-driven workflow engine for IT technical-support service contracts');
  program.exitOverride();
  for (const [name, entry] of Object.entries(commands)) {
    const command = program.command(name).description(entry.summary);
    if (name === wanted) (await entry.load()).configure(command);
  }
  return program;
}

/**
 * Errors with a stable code say all there is to say in one line; any other (and Node's own `ERR_...`) is a fault of
 * ours and shows its stack.
 */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isForeseen = 'code' in error && typeof error.code === 'string' && !error.code.startsWith('ERR_');
  return isForeseen ? error.message : (error.stack ?? error.message);
}

async function main(args: readonly string[]): Promise<void> {
  // `pacta help start` shows the options of `start` too.
  const wanted = args.find((arg) => arg in commands);
  try {
    const program = await buildProgram(wanted);
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    // Commander has already said what it had to say.
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else {
      console.error(`pacta: ${explain(error)}`);
      process.exitCode = 1;
    }
  }
}

await main(process.argv.slice(2));
