import { Argument, Command, Option } from 'commander';
import { formatCompletion, NAMED, type Named, SHELLS, type Shell } from '../completion';
import { EXIT } from '../exit-code';
import type { Io } from '../io';
import { loadProject } from '../load-project';
import { examples } from '../options';
import { sitesOf } from '../selection';
import { UsageError } from '../usage-error';

export function completionCommand(io: Io, exit: (code: number) => void): Command {
  return new Command('completion')
    .summary('a script that completes commands and names in your shell')
    .description('Prints a script for your shell: then TAB completes commands, options, systems and environments.')
    .addArgument(new Argument('[shell]', 'your shell').choices(SHELLS))
    .addOption(new Option('--names <what>').choices(NAMED).hideHelp())
    .addHelpText('after', examples(EXAMPLES))
    .action(async (shell: Shell | undefined, { names }: { readonly names?: Named }, command: Command) => {
      if (names) io.stdout(await listNames(names));
      else if (shell) io.stdout(formatCompletion(shell, command.parent!));
      else throw new UsageError('no shell is given', `write one of ${SHELLS.join(', ')}`);
      exit(EXIT.done);
    });
}

// --- internal ---

const EXAMPLES: [line: string, what: string][] = [
  ['source <(keywright completion bash)', 'in ~/.bashrc'],
  ['source <(keywright completion zsh)', 'in ~/.zshrc, after compinit'],
  ['keywright completion fish | source', 'in ~/.config/fish/config.fish'],
];

/** For the script itself: one name a line. */
async function listNames(what: Named): Promise<string> {
  const sites = sitesOf(await loadProject('.'));
  const names = new Set(sites.map((site) => (what === 'system' ? site.system : site.name)));
  return [...names].map((name) => `${name}\n`).join('');
}
