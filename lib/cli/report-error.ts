import { EXIT } from './exit-code';
import { type Io, printJson } from './io';
import { UsageError } from './usage-error';

/** Says what a command was stopped by, and gives the exit code: what a person can mend, or a bug of ours with its stack. */
export function reportError(error: unknown, io: Io, json = false): number {
  const told = error instanceof UsageError ? error : bugReport(error);
  const { message, mend, excerpt } = told;
  if (json) printJson({ error: { message, mend, ...(excerpt !== undefined && { excerpt }) } }, io);
  else io.stderr(formatUsageError(told, io));
  return error instanceof UsageError ? EXIT.usage : EXIT.bug;
}

// --- internal ---

function bugReport(error: unknown): UsageError {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const mend = 'this is a bug in keywright: please report it with these lines';
  return new UsageError(message, mend, stack);
}

function formatUsageError({ message, mend, excerpt }: UsageError, { colors }: Io): string {
  const lines = [`${colors.red('error')}  ${message}`, ...(excerpt?.split('\n') ?? []), `${colors.cyan('→')} ${mend}`];
  return `${lines.join('\n  ')}\n`;
}
