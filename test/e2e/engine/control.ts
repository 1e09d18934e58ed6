import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ChartObject } from './cluster/install';
import type { Engine } from './engine';
import { emulatorUrl, kubeconfigOf, metricsUrl, serverUrl } from './parts/site';

/** What a running engine says of itself. */
export interface EngineState {
  /** The process that keeps it. */
  readonly pid: number;
  readonly folder: string;
  readonly kubeconfig: string;
  readonly server: string;
  readonly emulator: string;
  /** Where the operator tells its metrics. */
  readonly metrics: string;
  /** The version of the operator that runs. */
  readonly operator: string;
  readonly parts: readonly { readonly name: string; readonly pid?: number; readonly megabytes?: number }[];
}

/** Serves a Unix socket by which other processes steer the engine. */
export function serveControl(engine: Engine, socket: string, end: () => void): Promise<Server> {
  const commands: Record<string, (argument: string) => unknown> = {
    '/state': () => stateOf(engine),
    '/issuer': (issuer) => engine.becomeIssuer(issuer),
    '/operator': (version) => engine.useOperator(version),
    '/installed': (objects) => engine.runInstalled(JSON.parse(objects) as ChartObject[]),
    '/usual': () => engine.runUsual(),
    '/cloudformation': () => engine.cloudFormationUrl(),
    '/vault': (host) => engine.vaultAt(host),
    '/stop': (name) => engine.stoppable(name).stop(),
    '/start': (name) => engine.stoppable(name).restart(),
    '/end': end,
  };
  const server = createServer(async (message, response) => {
    try {
      const command = commands[message.url ?? ''];
      if (!command) throw new Error(`the engine has no command ${message.url}`);
      response.end(JSON.stringify((await command(await text(message))) ?? null));
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  });
  return new Promise((resolve, reject) => {
    server.on('error', (cause) => reject(new Error(`another engine is being started at ${socket}`, { cause })));
    server.listen(socket, () => resolve(server));
  });
}

/** Asks the engine behind a socket; fails with what the engine says. */
export async function askEngine<Answer>(socket: string, command: string, argument = ''): Promise<Answer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    // A connection that is kept may be one that the engine has just closed.
    request({ socketPath: socket, path: `/${command}`, method: 'POST', agent: false }, resolve)
      .on('error', reject)
      .end(argument);
  });
  const answer = await text(response);
  if (response.statusCode !== 200) throw new Error(answer);
  return JSON.parse(answer) as Answer;
}

// --- internal ---

function stateOf({ site, running, operator }: Engine): EngineState {
  return {
    pid: process.pid,
    folder: site.folder,
    kubeconfig: kubeconfigOf('admin', site),
    server: serverUrl(site),
    emulator: emulatorUrl(site),
    metrics: metricsUrl(site),
    operator,
    parts: running.map(({ name, pid }) => (pid === undefined ? { name } : { name, pid, megabytes: megabytesOf(pid) })),
  };
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function megabytesOf(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
