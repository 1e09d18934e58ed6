import { UsageError } from './usage-error';

/**
 * Loads environments, which are programs: one that ends the process, throws in a callback or waits for ever fails to
 * load, and never looks like a command that found nothing wrong.
 */
export async function whileLoading<T>(load: () => Promise<T>): Promise<T> {
  const { exit } = process;
  let giveUp: (error: unknown) => void = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    giveUp = reject;
  });
  const waitsForEver = () => giveUp(neverSettles());
  process.exit = () => {
    const error = new UsageError('process.exit() would end keywright before it is done', 'leave it out');
    giveUp(error);
    throw error;
  };
  process.on('uncaughtException', giveUp).on('beforeExit', waitsForEver);
  try {
    return await Promise.race([load(), stopped]);
  } finally {
    process.exit = exit;
    process.off('uncaughtException', giveUp).off('beforeExit', waitsForEver);
  }
}

// --- internal ---

function neverSettles(): UsageError {
  const error = new UsageError('waits for a promise that never settles', 'see that what is awaited there ends');
  // It is no line of code that fails: the file is named instead.
  error.stack = '';
  return error;
}
