import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A network connection that can be cut: it passes bytes on to a real server, until it is told not to. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>();
  /** The client's socket, and the one to the server. */
  private readonly pairs = new Map<Socket, Socket>();
  private isCut = false;

  private constructor(private readonly server: Server) {}

  /** Listens on a free port and passes on to `host:port`. */
  static async to(address: string): Promise<TcpProxy> {
    const [host = '', port = ''] = address.split(':');
    const server = createServer();
    const proxy = new TcpProxy(server);
    server.on('connection', (socket) => proxy.pass(socket, host, Number(port)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Breaks all connections, and every new one at once. */
  cut(): void {
    this.isCut = true;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.isCut = false;
  }

  /** From now on what the client says stays behind; what the server says still gets through. Till `cut`. */
  hold(): void {
    for (const [socket, onward] of this.pairs) {
      socket.unpipe(onward);
      socket.pause();
    }
  }

  async stop(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(socket: Socket, host: string, port: number): void {
    if (this.isCut) {
      socket.destroy();
      return;
    }
    const onward = connect(port, host);
    this.pairs.set(socket, onward);
    socket.on('close', () => this.pairs.delete(socket));
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
