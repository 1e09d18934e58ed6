import { spawn } from 'node:child_process';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

/** Runs a program to its end; gives what it printed. When it fails, the error holds its last lines. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const { cwd, env = process.env, input = '' } = options;
    const child = spawn(command, args, { cwd, env, stdio: 'pipe' });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('error', (cause) => reject(new Error(`cannot run ${command}: is it installed?`, { cause })));
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${[command, ...args].join(' ')} ended with ${code}\n${lastLines(errors || output)}`));
    });
    // A program that ends without reading closes its side first; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** The same, of a program that must not outlive this process, with all that it starts: a build. */
export const runEnclosed = (command: string, args: readonly string[], options?: RunOptions): Promise<string> =>
  run('setpriv', ['--pdeathsig', 'KILL', '--', 'unshare', ...OWN_PROCESSES, '--', command, ...args], options);

/** Whoever is not root becomes it in a user namespace, which is where the other namespaces are theirs to make. */
export const AS_ROOT: readonly string[] = process.getuid?.() === 0 ? [] : ['--map-root-user'];

/**
 * Makes unshare(1) give a program processes of its own, which the kernel ends with it however it dies.
 * @see https://man7.org/linux/man-pages/man7/pid_namespaces.7.html
 */
export const OWN_PROCESSES: readonly string[] = [...['--pid', '--fork', '--kill-child=KILL'], ...AS_ROOT];

/** The end of a log, so that a person can read it. */
export const lastLines = (text: string, count = 20): string =>
  text
    .trimEnd()
    .split('\n')
    .slice(-count)
    .map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line))
    .join('\n');
