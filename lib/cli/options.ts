import type { Command } from 'commander';

/** The options of every command that reads a project. */
export interface ProjectOptions {
  readonly project?: string;
  readonly system?: string;
  readonly environment?: string;
  readonly json?: boolean;
}

export interface OutputOptions extends ProjectOptions {
  readonly output?: string;
}

export function withProjectOptions(command: Command): Command {
  return command
    .option('--project <dir>', 'the folder that holds environments/index.ts (default: this folder)')
    .option('--system <name>', 'only this system')
    .option('--environment <name>', 'only environments of this name')
    .option('--json', 'print one JSON document');
}

export function withOutputOptions(command: Command): Command {
  return withProjectOptions(command).option('--output <dir>', 'the output folder (default: dist in the project)');
}

/** The part of a help text that shows how a command is used. */
export function examples(lines: readonly (readonly [line: string, what: string])[]): string {
  const width = Math.max(...lines.map(([line]) => line.length));
  return ['\nExamples:', ...lines.map(([line, what]) => `  $ ${line.padEnd(width)}  # ${what}`)].join('\n');
}
