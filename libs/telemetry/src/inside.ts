import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type TelemetrySettings } from './settings.js';

const TEXT = 'text/plain; version=0.0.4; charset=utf-8';

/** What a process says of itself. */
export interface Condition {
  readonly isGood: boolean;
  /** For whoever looks: what of it is up and what is not. */
  readonly detail: Readonly<Record<string, string>>;
}

/** What is asked of a process from within the house. */
export interface Insight {
  /** In Prometheus' text format. */
  metrics(): Promise<string>;
  live(): Condition;
  ready(): Promise<Condition>;
}

/** A listener that is not for the world: metrics, and whether the process lives and is ready. */
export class Inside {
  private constructor(private readonly server: Server) {}

  /** Listens where the settings say. Throws when it cannot. */
  static async listen(settings: TelemetrySettings, insight: Insight): Promise<Inside> {
    const server = createServer((request, response) => {
      answer(request, response, insight, settings.token).catch(() => send(response, 500, 'failed\n'));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(settings.port, settings.host, resolve);
    });
    return new Inside(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  insight: Insight,
  token: string | null,
): Promise<void> {
  const path = request.url?.split('?')[0];
  if (request.method !== 'GET') return send(response, 405, 'allowed is GET\n');
  if (path === '/health/live') return sendCondition(response, insight.live());
  if (path === '/health/ready') return sendCondition(response, await insight.ready());
  if (path !== '/metrics') return send(response, 404, 'there are /metrics, /health/live, /health/ready\n');
  if (token !== null && !isSame(request.headers.authorization ?? '', `Bearer ${token}`))
    return send(response, 401, 'PACTA_METRICS_TOKEN is needed as Authorization: Bearer\n');
  send(response, 200, await insight.metrics(), TEXT);
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

function sendCondition(response: ServerResponse, { isGood, detail }: Condition): void {
  send(response, isGood ? 200 : 503, `${JSON.stringify(detail)}\n`, 'application/json');
}

function send(response: ServerResponse, status: number, body: string, type = 'text/plain'): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}
