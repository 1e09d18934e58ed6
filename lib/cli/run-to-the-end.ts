import type { Io } from './io';
import { reportError } from './report-error';
import { UsageError } from './usage-error';

/**
 * Sets the exit code that the work gives. What ends the process before, such as a callback that environments left
 * behind, must not look as if all were well.
 */
export async function runToTheEnd(work: () => Promise<number>, io: Io, json = false): Promise<void> {
  const tellOff = () => {
    const mend = 'see that nothing in environments/ ends it';
    process.exitCode = reportError(new UsageError('the process was ended before keywright was done', mend), io, json);
  };
  process.once('exit', tellOff);
  // Not process.exit(): it would cut off output that a pipe has not taken yet.
  process.exitCode = await work().finally(() => process.off('exit', tellOff));
}
