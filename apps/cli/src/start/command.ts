import type { Command } from 'commander';
import { start } from './start.js';

const LEAVE_MS = 300;

const HELP = `
Set in the environment:
  PACTA_DATA        the data folder (default: .pacta in the project)
  PACTA_API_PORT    the port of the API (default: 3000, or the next free one; 0: any)
                    (also PACTA_POSTGRES_PORT, PACTA_TEMPORAL_PORT, PACTA_TEMPORAL_UI_PORT)
  PACTA_API_KEYS    keys of your own instead of the demo keys: a JSON array of {name, role, key}
  DATABASE_URL      a PostgreSQL of your own: none is started
  TEMPORAL_ADDRESS  a Temporal cluster of your own: none is started (also TEMPORAL_NAMESPACE,
                    TEMPORAL_TLS, TEMPORAL_TLS_CERT, _KEY and _CA, TEMPORAL_API_KEY)`;

export function configure(command: Command): void {
  command.addHelpText('after', HELP);
  command.action(async () => {
    try {
      await start(process.env);
    } finally {
      // A connection that somebody forgot must not keep an ended Pacta alive.
      setTimeout(() => process.exit(), LEAVE_MS).unref();
    }
  });
}
