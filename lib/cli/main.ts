import { CommanderError } from 'commander';
import { EXIT } from './exit-code';
import type { Io } from './io';
import { buildProgram } from './program';
import { reportError } from './report-error';
import { UsageError } from './usage-error';

/** Runs the command line and gives the exit code. Never throws. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = buildProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    const told = error instanceof CommanderError ? explainUsage(error) : error;
    return typeof told === 'number' ? told : reportError(told, io, argv.includes('--json'));
  }
}

// --- internal ---

/** Where commander has printed what was asked for. */
const PRINTED: Readonly<Record<string, number>> = {
  'commander.helpDisplayed': EXIT.done,
  'commander.version': EXIT.done,
};

/** Commander's own message, split into what is wrong and what to do; or the exit code where it has said it all. */
function explainUsage({ code, exitCode, message }: CommanderError): UsageError | number {
  // The help that was asked for, or that is printed because no command is given.
  if (code === 'commander.help') return exitCode === 0 ? EXIT.done : EXIT.usage;
  if (PRINTED[code] !== undefined) return PRINTED[code];
  const [, what = message, likely] = SUGGESTION.exec(message) ?? [];
  return new UsageError(what, likely ? `write ${likely}` : 'see keywright --help');
}

const SUGGESTION = /^(?:error: )?(.*?)(?:\s*\(Did you mean (?:one of )?(.*)\?\))?$/s;
