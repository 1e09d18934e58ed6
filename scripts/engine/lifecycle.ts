import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from '../../test/e2e/engine/build/cache';
import { askEngine, type EngineState } from '../../test/e2e/engine/control';
import { startKeeper } from '../../test/e2e/engine/start-keeper';

/** Where the engine that was started by hand is steered. */
export const SOCKET = join(CACHE, 'engine.sock');

export async function up(): Promise<void> {
  console.log(format(await running()));
}

export async function down(): Promise<void> {
  if (!(await tryState())) return console.log('no engine runs');
  await askEngine(SOCKET, 'end');
  while (existsSync(SOCKET)) await new Promise((resolve) => setTimeout(resolve, 50));
  console.log('the engine is down');
}

export async function status(): Promise<void> {
  const state = await tryState();
  console.log(state ? format(state) : 'no engine runs; "npm run engine -- up" starts one');
}

/** The engine that runs, else a new one, which lives on when this process ends. */
export async function running(): Promise<EngineState> {
  const state = await tryState();
  if (state) return state;
  mkdirSync(CACHE, { recursive: true });
  rmSync(SOCKET, { force: true });
  const keeper = await startKeeper(SOCKET, (line) => console.error(line));
  keeper.leave();
  return askEngine<EngineState>(SOCKET, 'state');
}

// --- internal ---

/** Undefined when none runs; a socket may be there that a killed keeper left. */
async function tryState(): Promise<EngineState | undefined> {
  try {
    return await askEngine<EngineState>(SOCKET, 'state');
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function format({ kubeconfig, server, emulator, folder, parts }: EngineState): string {
  const rows = parts.map(({ name, pid, megabytes }) =>
    [name.padEnd(26), String(pid ?? 'ended').padStart(8), `${megabytes ?? 0} MB`.padStart(8)].join(' '),
  );
  return [
    ...rows,
    '',
    `export KUBECONFIG=${kubeconfig}`,
    `API server     ${server}`,
    `AWS            ${emulator}`,
    `logs and data  ${folder}`,
  ].join('\n');
}
