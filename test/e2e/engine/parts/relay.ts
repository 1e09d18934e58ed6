import { connect, createServer, type Server } from 'node:net';

/** A port or a Unix socket. */
export type Address = number | string;

/** Joins two addresses: who connects to the first reaches the second. */
export function relay(from: Address, to: Address): Promise<Server> {
  const server = createServer((near) => {
    const far = typeof to === 'number' ? connect(to, '127.0.0.1') : connect(to);
    near.pipe(far).pipe(near);
    // Either side may go at any time, as when a part is restarted; then the other one goes too.
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    if (typeof from === 'number') server.listen(from, '127.0.0.1', () => resolve(server));
    else server.listen(from, () => resolve(server));
  });
}
