import { readFileSync } from 'node:fs';
import { Client, Connection, type ClientOptions } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { dataConverterOf } from './data-converter.js';
import { payloadKeys, type PayloadKeys } from './payload-keys.js';
import { TemporalSettingProblem } from './setting-problem.js';

const DEFAULT_ADDRESS = '127.0.0.1:7233';
const DEFAULT_NAMESPACE = 'default';
const CONNECT_TIMEOUT_SECONDS = 10;

/** The certificates of a connection, as the SDK takes them. */
export interface TemporalTls {
  readonly serverRootCACertificate?: Buffer;
  readonly clientCertPair?: { readonly crt: Buffer; readonly key: Buffer };
}

export interface TemporalSettings {
  /** `host:port` */
  readonly address: string;
  readonly namespace: string;
  /** `true`: TLS with the system's root certificates. Left out: no TLS. */
  readonly tls?: TemporalTls | true;
  readonly apiKey?: string;
  /** What payloads are encrypted by. Left out: they are readable. */
  readonly payloadKeys?: PayloadKeys;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is set to nothing counts as not set: compose files write them so. */
function read(env: Environment, variable: string): string | undefined {
  const value = env[variable]?.trim();
  return value === '' ? undefined : value;
}

function readFileNamedBy(env: Environment, variable: string): Buffer | undefined {
  const path = read(env, variable);
  if (path === undefined) return undefined;
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TemporalSettingProblem(variable, `the file cannot be read (${reason})`);
  }
}

function readAddress(env: Environment): string {
  const address = read(env, 'TEMPORAL_ADDRESS') ?? DEFAULT_ADDRESS;
  const port = Number(/^(?:[^\s:/]+|\[[0-9a-f:.]+\]):(\d{1,5})$/i.exec(address)?.[1]);
  if (port >= 1 && port <= 65_535) return address;
  throw new TemporalSettingProblem(
    'TEMPORAL_ADDRESS',
    `"${address}" is not HOST:PORT, such as ${DEFAULT_ADDRESS}`,
  );
}

function readSwitch(env: Environment, variable: string): boolean | undefined {
  const value = read(env, variable)?.toLowerCase();
  if (value === undefined) return undefined;
  if (['1', 'true', 'yes', 'on'].includes(value)) return true;
  if (['0', 'false', 'no', 'off'].includes(value)) return false;
  throw new TemporalSettingProblem(variable, `"${value}" is neither true nor false`);
}

function readTls(env: Environment): TemporalTls | true | undefined {
  const ca = readFileNamedBy(env, 'TEMPORAL_TLS_CA');
  const crt = readFileNamedBy(env, 'TEMPORAL_TLS_CERT');
  const key = readFileNamedBy(env, 'TEMPORAL_TLS_KEY');
  if (crt && !key) throw new TemporalSettingProblem('TEMPORAL_TLS_KEY', 'is needed with TEMPORAL_TLS_CERT');
  if (key && !crt) throw new TemporalSettingProblem('TEMPORAL_TLS_CERT', 'is needed with TEMPORAL_TLS_KEY');
  const hasCertificates = ca !== undefined || crt !== undefined;
  const wanted = readSwitch(env, 'TEMPORAL_TLS');
  if (wanted === false && hasCertificates) {
    throw new TemporalSettingProblem('TEMPORAL_TLS', 'is off, but certificates are given');
  }
  if (hasCertificates) {
    return {
      ...(ca ? { serverRootCACertificate: ca } : {}),
      ...(crt && key ? { clientCertPair: { crt, key } } : {}),
    };
  }
  // An API key must never travel in the open.
  return (wanted ?? read(env, 'TEMPORAL_API_KEY') !== undefined) ? true : undefined;
}

/**
 * How to reach Temporal: TEMPORAL_ADDRESS (default 127.0.0.1:7233), TEMPORAL_NAMESPACE (default `default`),
 * TEMPORAL_TLS (`true` or `false`; on with an API key or certificates), TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY and
 * TEMPORAL_TLS_CA (paths of PEM files), TEMPORAL_API_KEY, PACTA_PAYLOAD_KEYS. Throws {@link TemporalSettingProblem} on the first that is
 * wrong.
 */
export function temporalSettings(env: Environment): TemporalSettings {
  const address = readAddress(env);
  const namespace = read(env, 'TEMPORAL_NAMESPACE') ?? DEFAULT_NAMESPACE;
  const tls = readTls(env);
  const apiKey = read(env, 'TEMPORAL_API_KEY');
  if (apiKey !== undefined && tls === undefined) {
    throw new TemporalSettingProblem('TEMPORAL_TLS', 'is off, but an API key must not travel without TLS');
  }
  const keys = payloadKeys(read(env, 'PACTA_PAYLOAD_KEYS'));
  return {
    address,
    namespace,
    ...(tls ? { tls } : {}),
    ...(apiKey ? { apiKey } : {}),
    ...(keys ? { payloadKeys: keys } : {}),
  };
}

function unreachable(settings: TemporalSettings, error: unknown): TemporalSettingProblem {
  const reason = error instanceof Error ? error.message : String(error);
  return new TemporalSettingProblem(
    'TEMPORAL_ADDRESS',
    `Temporal does not answer at ${settings.address} (${reason})`,
  );
}

/** What of the settings is the connection's alone. */
export function connectionOf({
  namespace: _namespace,
  payloadKeys: _payloadKeys,
  ...connection
}: TemporalSettings): Omit<TemporalSettings, 'namespace' | 'payloadKeys'> {
  return connection;
}

/**
 * A connected client. Close it by `client.connection.close()`. Throws {@link TemporalSettingProblem} when it cannot
 * connect in time.
 */
export async function connectClient(
  settings: TemporalSettings,
  options: Omit<ClientOptions, 'connection' | 'namespace'> = {},
  timeoutSeconds = CONNECT_TIMEOUT_SECONDS,
): Promise<Client> {
  try {
    const connection = await Connection.connect({
      ...connectionOf(settings),
      connectTimeout: timeoutSeconds * 1000,
    });
    const dataConverter = dataConverterOf(settings.payloadKeys);
    return new Client({ ...options, connection, dataConverter, namespace: settings.namespace });
  } catch (error) {
    throw unreachable(settings, error);
  }
}

/**
 * A worker's connection; the namespace goes to `Worker.create`. Throws {@link TemporalSettingProblem} when it cannot
 * connect.
 */
export async function connectWorker(settings: TemporalSettings): Promise<NativeConnection> {
  // Loaded here, so that a process that is only a client (the API) does without the worker's native code.
  const { NativeConnection } = await import('@temporalio/worker');
  try {
    return await NativeConnection.connect(connectionOf(settings));
  } catch (error) {
    throw unreachable(settings, error);
  }
}
