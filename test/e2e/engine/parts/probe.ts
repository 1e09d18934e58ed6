import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';
import { createServer } from 'node:net';

/** True when something answers with a status below 400; the certificate is not looked at. */
export const answers = (url: string): Promise<boolean> => statusOf(url).then((status) => status < 400);

/** True when something speaks HTTP there, whatever it says. */
export const speaks = (url: string): Promise<boolean> => statusOf(url).then((status) => status < Infinity);

/** So many ports of the loopback interface that nobody uses now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listenAnywhere));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

// --- internal ---

function statusOf(url: string): Promise<number> {
  return new Promise((resolve) => {
    const get = url.startsWith('https:') ? getSecure : getPlain;
    const request = get(url, { rejectUnauthorized: false, timeout: 2000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? Infinity);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(Infinity));
  });
}

const listenAnywhere = (): Promise<ReturnType<typeof createServer>> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
