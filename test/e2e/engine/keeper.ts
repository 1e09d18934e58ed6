/*
 * Keeps one engine: a process of its own, so that whoever started it may go or stay busy.
 * usage: keeper SOCKET (with an IPC channel: `fork`)
 */

import { rmSync } from 'node:fs';
import { serveControl } from './control';
import { Engine } from './engine';

/** What the keeper tells whoever started it. */
export type KeeperMessage = { readonly progress: string } | { readonly ready: true } | { readonly failed: string };

const tell = (message: KeeperMessage): void => void (process.connected && process.send?.(message));

async function main(socket: string): Promise<void> {
  let engine: Engine | undefined;
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    // A build that runs is of this process's group.
    process.kill(-process.pid, 'SIGTERM');
    await engine?.stop();
    rmSync(socket, { force: true });
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  // Whoever wants the engine to outlive them says so; a crash says nothing.
  let left = false;
  process.on('message', () => {
    left = true;
    process.disconnect();
  });
  process.on('disconnect', () => void (left || end()));
  engine = await Engine.prepare((progress) => tell({ progress }));
  await engine.start();
  await serveControl(engine, socket, () => void setImmediate(end));
  tell({ ready: true });
}

main(process.argv[2]!).catch(({ message }: Error) => {
  // Without the callback the process would be gone before the message is out.
  if (process.connected) process.send?.({ failed: message } satisfies KeeperMessage, () => process.exit(1));
  else process.exit(1);
});
