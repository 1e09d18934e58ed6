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

/** Where commander has printed all there is to say: what was asked for, or the help because no command is given. */
const PRINTED: Readonly<Record<string, number>> = {
  'commander.helpDisplayed': EXIT.done,
  'commander.version': EXIT.done,
  'commander.help': EXIT.usage,
};

/** Commander's own message, split into what is wrong and what to do; or the exit code where it has said it all. */
function explainUsage({ code, message }: CommanderError): UsageError | number {
  if (PRINTED[code] !== undefined) return PRINTED[code];
  const [, what = message, likely] = SUGGESTION.exec(message) ?? [];
  return new UsageError(what, likely ? `write ${likely}` : 'see keywright --help');
}

const SUGGESTION = /^(?:error: )?(.*?)(?:\s*\(Did you mean (?:one of )?(.*)\?\))?$/s;
