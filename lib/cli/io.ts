import { createColors } from 'picocolors';

/** What a command may touch of the process. Tests give their own. */
export interface Io {
  /** The result, for people or for a program. */
  readonly stdout: (text: string) => void;
  /** Everything else. */
  readonly stderr: (text: string) => void;
  /** Colours, or functions that do nothing where nobody looks. */
  readonly colors: Colors;
  /** The width of the terminal. */
  readonly columns: number;
}

export type Colors = ReturnType<typeof createColors>;

/** The process itself. */
export function processIo(): Io {
  const { stdout, stderr, env } = process;
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    colors: createColors(wantsColor(stdout.isTTY, env)),
    columns: stdout.columns ?? DEFAULT_COLUMNS,
  };
}

/** The one document of `--json`. */
export const printJson = (document: unknown, io: Io): void => io.stdout(`${JSON.stringify(document, null, 2)}\n`);

export const DEFAULT_COLUMNS = 100;

// --- internal ---

/** Not what picocolors finds out itself: it colours in every CI, where the output is no terminal. @see https://no-color.org */
function wantsColor(isTerminal: boolean | undefined, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal === true && env.TERM !== 'dumb';
}
