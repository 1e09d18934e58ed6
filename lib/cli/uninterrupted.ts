import { setImmediate } from 'node:timers/promises';

/**
 * Does work that must not stop half-way, and only then obeys a signal that came meanwhile. The work is synchronous:
 * without this the signal would end the process in the middle of it.
 */
export async function uninterrupted<T>(work: () => T): Promise<T> {
  let caught: NodeJS.Signals | undefined;
  const remember = (signal: NodeJS.Signals) => {
    caught = signal;
  };
  for (const signal of SIGNALS) process.on(signal, remember);
  try {
    return work();
  } finally {
    // Signals that came during the work are told in the event loop's next turn.
    await setImmediate();
    await setImmediate();
    for (const signal of SIGNALS) process.off(signal, remember);
    if (caught) process.kill(process.pid, caught);
  }
}

// --- internal ---

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
