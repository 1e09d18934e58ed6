import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { checkCommand } from './commands/check';
import { completionCommand } from './commands/completion';
import { planCommand } from './commands/plan';
import { showCommand } from './commands/show';
import { synthCommand } from './commands/synth';
import type { Io } from './io';
import { examples } from './options';

/** The whole command line. What a command needs is loaded when it runs, so that `--help` is quick. */
export function buildProgram(io: Io, exit: (code: number) => void): Command {
  const program = new Command('keywright')
    .description('One typed catalogue of secrets in; Kubernetes YAML and CloudFormation that agree out.')
    .usage('<command> [options]')
    .version(readVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command');
  for (const build of COMMANDS) program.addCommand(build(io, exit));
  program.addHelpText('after', `${examples(EXAMPLES)}\n\n${EXIT_CODES}`);
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .helpOption('--help', 'print this help')
      .configureOutput({
        writeOut: io.stdout,
        writeErr: io.stderr,
        outputError: () => {},
        getOutHelpWidth: () => io.columns,
      });
  }
  return program;
}

// --- internal ---

const COMMANDS = [synthCommand, checkCommand, showCommand, planCommand, completionCommand];

const EXAMPLES: [line: string, what: string][] = [
  ['keywright synth', 'check everything, then write dist/'],
  ['keywright synth --check', 'in CI: fail when dist/ is not what the catalogues say'],
  ['keywright check', 'everything that is wrong, with what to write instead'],
  ['keywright show --system nova', 'which keys a system has in which environment'],
];

const EXIT_CODES = `Exit codes:
  0   done, nothing found
  1   findings of severity error, or a stale dist/
  2   wrong usage or unreadable input; the message says what to change
  70  a bug in keywright`;

/** The nearest package.json is ours, compiled or not. */
function readVersion(): string {
  for (let dir = __dirname; ; dir = dirname(dir)) {
    try {
      return (JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { version: string }).version;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dir === dirname(dir)) throw error;
    }
  }
}
