import { type AddressInfo } from 'node:net';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

const ASK_MILLISECONDS = 200;

/**
 * A proxy in front of several APIs, as far as the one of the compose file goes: it asks each whether it is ready, sends
 * to those that are in turn, and a call that could not even be begun to the next one.
 */
export class FrontProxy {
  private ready: string[] = [];
  private turn = 0;
  private readonly timer: NodeJS.Timeout;

  private constructor(
    private readonly server: Server,
    private backends: readonly string[],
  ) {
    this.timer = setInterval(() => void this.ask(), ASK_MILLISECONDS);
  }

  /** Listens on a free port, once a backend is ready. */
  static async to(backends: readonly string[]): Promise<FrontProxy> {
    const server = createServer();
    const proxy = new FrontProxy(server, backends);
    server.on('request', (given, response) => proxy.pass(given, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await proxy.ask();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on it sends to these. */
  async use(backends: readonly string[]): Promise<void> {
    this.backends = backends;
    await this.ask();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async ask(): Promise<void> {
    const asked = this.backends.map(async (backend) => {
      const { ok } = await fetch(`${backend}/health/ready`).catch(() => ({ ok: false }));
      return ok ? [backend] : [];
    });
    this.ready = (await Promise.all(asked)).flat();
  }

  private pass(given: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    given.on('data', (chunk: Buffer) => chunks.push(chunk));
    given.on('end', () => this.send(given, Buffer.concat(chunks), response, this.ready.length));
  }

  private send(given: IncomingMessage, body: Buffer, response: ServerResponse, tries: number): void {
    const backend = this.ready[this.turn++ % this.ready.length];
    if (backend === undefined) {
      response.writeHead(502).end();
      return;
    }
    const { method = 'GET', headers, url = '/' } = given;
    const onward = request(`${backend}${url}`, { method, headers, agent: false }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-backend': backend });
      answer.pipe(response);
    });
    onward.on('error', () => {
      if (tries > 1 && !response.headersSent) this.send(given, body, response, tries - 1);
      else response.writeHead(502).end();
    });
    onward.end(body);
  }
}
