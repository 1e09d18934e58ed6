import { connect, createServer, type Server, type Socket } from 'node:net';

/** A port or a Unix socket. */
export type Address = number | string;

/** Joins two addresses: who connects to the first reaches the second. Stopped, it is as if nothing were there. */
export class Relay {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;

  constructor(
    private readonly from: Address,
    private readonly to: Address,
  ) {}

  start(): Promise<void> {
    const server = createServer((near) => this.join(near));
    this.server = server;
    return new Promise((resolve, reject) => {
      server.on('error', reject);
      if (typeof this.from === 'number') server.listen(this.from, '127.0.0.1', resolve);
      else server.listen(this.from, resolve);
    });
  }

  /** Cuts off whoever is connected, and refuses whoever connects. */
  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  // --- internal ---

  private join(near: Socket): void {
    const { to } = this;
    const far = typeof to === 'number' ? connect(to, '127.0.0.1') : connect(to);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    }
    // Either side may go at any time, as when a part is restarted; then the other one goes too.
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  }
}
