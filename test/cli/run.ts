import { createColors } from 'picocolors';
import { main } from '../../lib/cli/main';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line in this process: 100 columns, no colours. */
export async function run(...argv: string[]): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const code = await main(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    colors: createColors(false),
    columns: 100,
  });
  return { code, stdout, stderr };
}
