import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Transform, type TransformCallback } from 'node:stream';

/** How a network passes bytes on: left out, at once. */
export interface LinkQuality {
  /** Between the arrival of bytes and their leaving. */
  readonly delayMilliseconds?: number;
  /** In each direction of each connection. */
  readonly bytesPerSecond?: number;
}

/** One direction of one connection. Bytes leave in their order, however the quality changes meanwhile. */
class Lane extends Transform {
  private readonly quality: () => LinkQuality;
  private freeAt = 0;
  private lastLeavesAt = 0;
  /** What arrives from now on goes nowhere. */
  isSwallowing = false;

  constructor(quality: () => LinkQuality) {
    super();
    this.quality = quality;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const { delayMilliseconds = 0, bytesPerSecond } = this.quality();
    const now = Date.now();
    if (this.isSwallowing) {
      done();
      return;
    }
    const isAtOnce = delayMilliseconds === 0 && bytesPerSecond === undefined && this.lastLeavesAt <= now;
    if (isAtOnce) {
      done(null, chunk);
      return;
    }
    this.freeAt = Math.max(now, this.freeAt) + (bytesPerSecond ? (chunk.length * 1000) / bytesPerSecond : 0);
    this.lastLeavesAt = Math.max(this.lastLeavesAt, this.freeAt + delayMilliseconds);
    setTimeout(() => {
      if (!this.destroyed) this.push(chunk);
      done();
    }, this.lastLeavesAt - now);
  }
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  readonly lanes: readonly [Lane, Lane];
}

/**
 * A network connection that can be made bad: it passes bytes on to a real server, until it is told to cut, reset, hold,
 * swallow, delay or thin them. Runs as it is under Node, for the tools.
 */
export class TcpProxy {
  private readonly server: Server;
  private readonly pairs = new Set<Pair>();
  private target: string;
  private quality: LinkQuality = {};
  private isCut = false;

  private constructor(server: Server, target: string) {
    this.server = server;
    this.target = target;
  }

  /** Listens on a free port and passes on to `host:port`. */
  static async to(address: string): Promise<TcpProxy> {
    const server = createServer();
    const proxy = new TcpProxy(server, address);
    server.on('connection', (socket) => proxy.pass(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** New connections go there: a server came back on another port. */
  retarget(address: string): void {
    this.target = address;
  }

  /** Breaks all connections, and every new one at once. */
  cut(): void {
    this.isCut = true;
    for (const { client, server } of this.pairs) {
      client.destroy();
      server.destroy();
    }
  }

  /** All is as it should be again; what was held or swallowed stays lost with its connection. */
  mend(): void {
    this.isCut = false;
    this.quality = {};
  }

  /** Breaks all connections by a reset on both sides; new ones pass. */
  reset(): void {
    for (const { client, server } of this.pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** From now on what the client says stays behind; what the server says still gets through. Till `cut`. */
  hold(): void {
    for (const { client, lanes } of this.pairs) {
      client.unpipe(lanes[0]);
      client.pause();
    }
  }

  /** As when the other host has vanished: of today's connections nothing arrives any more, and nobody is told. New ones pass. */
  swallow(): void {
    for (const { lanes } of this.pairs) for (const lane of lanes) lane.isSwallowing = true;
  }

  /** Passes everything on as such a network would, the connections that stand as well. Till `mend`. */
  degrade(quality: LinkQuality): void {
    this.quality = quality;
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(client: Socket): void {
    if (this.isCut) {
      client.destroy();
      return;
    }
    const [host = '', port = ''] = this.target.split(':');
    const server = connect(Number(port), host);
    const lane = (): Lane => new Lane(() => this.quality);
    const pair: Pair = { client, server, lanes: [lane(), lane()] };
    this.pairs.add(pair);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.setNoDelay(true);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.pairs.delete(pair);
        other.destroy();
      });
    }
    client.pipe(pair.lanes[0]).pipe(server);
    server.pipe(pair.lanes[1]).pipe(client);
  }
}
