import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './build/run';
import type { Progress } from './engine';
import type { KeeperMessage } from './keeper';

/** A keeper whose engine is ready. It ends with this process unless it is left. */
export interface Keeper {
  readonly pid: number;
  /** Lets it live on when this process ends. */
  readonly leave: () => void;
  /** Ends it and all it keeps. */
  readonly end: () => Promise<void>;
}

export function startKeeper(socket: string, progress: Progress): Promise<Keeper> {
  // Not this process's own stderr: whoever reads that to its end would wait for the keeper.
  const log = openSync(`${socket}.log`, 'w');
  const child = fork(join(__dirname, 'keeper.ts'), [socket], {
    execArgv: ['-r', 'ts-node/register'],
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      reject(new Error(`the engine's keeper ended with ${code}\n${lastLines(readFileSync(`${socket}.log`, 'utf8'))}`));
    });
    child.on('message', (message: KeeperMessage) => {
      if ('progress' in message) progress(message.progress);
      else if ('failed' in message) reject(new Error(message.failed));
      else resolve(keeperOf(child));
    });
  });
}

// --- internal ---

const keeperOf = (child: ChildProcess): Keeper => ({
  pid: child.pid!,
  leave() {
    child.send('leave');
    child.unref();
  },
  async end() {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  },
});
