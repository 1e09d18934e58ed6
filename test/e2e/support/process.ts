import { readFileSync } from 'node:fs';

/**
 * The arguments of a process, its program first.
 * @see https://man7.org/linux/man-pages/man5/proc_pid_cmdline.5.html
 */
export const argumentsOf = (pid: number): string[] => partsOf(`/proc/${pid}/cmdline`);

/** @see https://man7.org/linux/man-pages/man5/proc_pid_environ.5.html */
export function environmentOf(pid: number): Record<string, string> {
  const variables = partsOf(`/proc/${pid}/environ`);
  return Object.fromEntries(variables.map((one) => [one.split('=')[0]!, one.slice(one.indexOf('=') + 1)]));
}

/** The processes that one has started. @see https://man7.org/linux/man-pages/man5/proc_pid_task.5.html */
export const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

// --- internal ---

const partsOf = (file: string): string[] => readFileSync(file, 'utf8').split('\0').slice(0, -1);
