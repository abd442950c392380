/** Where a process tells how it is. */
export interface TelemetrySettings {
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** What whoever reads metrics has to know; null on a loopback address. */
  readonly token: string | null;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;
const SHORTEST_TOKEN = 16;

/**
 * Reads PACTA_METRICS_PORT, PACTA_METRICS_HOST (127.0.0.1 when it is not set) and PACTA_METRICS_TOKEN; null where the
 * port is not set. Throws, naming the variable, where one is wrong, and where metrics would be open to others.
 */
export function telemetrySettings(env: NodeJS.ProcessEnv): TelemetrySettings | null {
  const text = env['PACTA_METRICS_PORT']?.trim();
  if (!text) return null;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new Error('PACTA_METRICS_PORT is not a port: allowed is 0 to 65535, 0 takes any free one');
  const host = env['PACTA_METRICS_HOST']?.trim() || '127.0.0.1';
  const token = env['PACTA_METRICS_TOKEN']?.trim() || null;
  if (token !== null && token.length < SHORTEST_TOKEN)
    throw new Error(`PACTA_METRICS_TOKEN is too short: allowed are ${SHORTEST_TOKEN} characters and more`);
  if (token === null && !LOOPBACK.test(host))
    throw new Error(`PACTA_METRICS_TOKEN is not set: metrics on ${host} would be open to others`);
  return { host, port, token };
}
