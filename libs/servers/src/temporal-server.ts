import { Connection } from '@temporalio/client';
import { leash, type Leashed } from './leash.js';
import { LOOPBACK, pickPort } from './ports.js';
import { temporalProgram } from './temporal-binary.js';
import { LastLines, waitForServer } from './wait-for-server.js';

const NAMESPACE = 'default';

export type SearchAttributeType = 'Keyword' | 'Text' | 'Int' | 'Double' | 'Bool' | 'Datetime' | 'KeywordList';

export interface TemporalOptions {
  /** The file that keeps the state. Left out, the state is lost with the server. */
  readonly dbFile?: string;
  /** The wanted port: another is taken when it is not free. Left out, any free one. */
  readonly port?: number;
  /** The wanted port of the web UI. Left out, there is no UI. */
  readonly uiPort?: number;
  /** By which its UI shows what is encrypted. */
  readonly codecUrl?: string | null;
  /** Registered at every start: `{ ContractId: 'Keyword' }`. */
  readonly searchAttributes: Readonly<Record<string, SearchAttributeType>>;
  /** What a person should know, a line at a time. */
  readonly log: (line: string) => void;
  /** The server's own log, a line at a time. */
  readonly onLine?: (line: string) => void;
  /** Gets the id of the server's process. */
  readonly onStarted?: (pid: number) => void;
}

export interface RunningTemporal extends Leashed {
  /** `127.0.0.1:7233` */
  readonly address: string;
  readonly namespace: string;
  readonly port: number;
  readonly uiPort: number | undefined;
  readonly uiUrl: string | undefined;
}

/** Write-ahead logging more than doubles what the server does in a second, and survives a `kill -9`. */
const durablePragmas = ['journal_mode=wal', 'synchronous=normal'];

function serverArguments(options: TemporalOptions, port: number, uiPort: number | undefined): string[] {
  const ui = uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort), '--ui-ip', LOOPBACK];
  const store =
    options.dbFile === undefined
      ? []
      : ['--db-filename', options.dbFile, ...durablePragmas.flatMap((pragma) => ['--sqlite-pragma', pragma])];
  const attributes = Object.entries(options.searchAttributes).flatMap(([name, type]) => [
    '--search-attribute',
    `${name}=${type}`,
  ]);
  return [
    'server',
    'start-dev',
    '--ip',
    LOOPBACK,
    '--port',
    String(port),
    '--namespace',
    NAMESPACE,
    ...ui,
    ...(options.codecUrl ? ['--ui-codec-endpoint', options.codecUrl] : []),
    ...store,
    ...attributes,
  ];
}

/** Throws while the server does not answer, or answers without the search attributes yet. */
async function checkHealth(address: string, attributes: readonly string[]): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2000 });
  try {
    await connection.workflowService.describeNamespace({ namespace: NAMESPACE });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({
      namespace: NAMESPACE,
    });
    const missing = attributes.filter((name) => !(name in (customAttributes ?? {})));
    if (missing.length > 0) throw new Error(`search attributes not registered yet: ${missing.join(', ')}`);
  } finally {
    await connection.close();
  }
}

/**
 * Starts Temporal's development server on 127.0.0.1 and returns once it answers and knows the search attributes. It
 * never outlives this process. Throws {@link ServerProblem} when it cannot be had.
 */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const program = await temporalProgram(options.log);
  const port = await pickPort(options.port ?? 0, 'Temporal', options.log);
  const uiPort =
    options.uiPort === undefined ? undefined : await pickPort(options.uiPort, "Temporal's UI", options.log);
  const last = new LastLines();
  const server = leash(program, serverArguments(options, port, uiPort), {
    name: 'Temporal',
    ...(options.onStarted ? { onStarted: options.onStarted } : {}),
    onLine: (line) => {
      options.onLine?.(line);
      last.add(line);
    },
  });
  const address = `${LOOPBACK}:${port}`;
  try {
    const attributes = Object.keys(options.searchAttributes);
    await waitForServer('Temporal', server, last, () => checkHealth(address, attributes));
  } catch (error) {
    await server.stop();
    throw error;
  }
  const uiUrl = uiPort === undefined ? undefined : `http://${LOOPBACK}:${uiPort}`;
  return { ...server, address, namespace: NAMESPACE, port, uiPort, uiUrl };
}
