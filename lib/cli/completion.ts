import type { Command, Option } from 'commander';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The options whose values are names in the project: `keywright completion --names` lists them. */
export const NAMED = ['system', 'environment'] as const;
export type Named = (typeof NAMED)[number];

/** The script that completes a program's commands and options in a shell. */
export function formatCompletion(shell: Shell, program: Command): string {
  return FORMATS[shell](program.name(), program.commands);
}

// --- internal ---

type Format = (name: string, commands: readonly Command[]) => string;

const FORMATS: Readonly<Record<Shell, Format>> = {
  bash: (name, commands) => `_${name}() {
  local word=\${COMP_WORDS[COMP_CWORD]} names=
  case \${COMP_WORDS[COMP_CWORD-1]} in
    --project|--output) COMPREPLY=($(compgen -d -- "$word")); return ;;
    ${NAMED.map((it) => `--${it}) names=$(${namesOf(name, it)})`).join(' ;;\n    ')} ;;
    *) case \${COMP_WORDS[1]} in
${commands.map((command) => `      ${command.name()}) names='${wordsOf(command).join(' ')}' ;;`).join('\n')}
      esac ;;
  esac
  [ "$COMP_CWORD" -eq 1 ] && names='${commands.map((command) => command.name()).join(' ')}'
  COMPREPLY=($(compgen -W "$names" -- "$word"))
}
complete -F _${name} ${name}
`,

  zsh: (name, commands) => `#compdef ${name}
_${name}() {
  local -a commands=(
${commands.map((command) => `    ${quote(`${command.name()}:${command.summary()}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map((command) => `    ${command.name()}) _arguments ${zshArguments(name, command).join(' ')} ;;`).join('\n')}
  esac
}
compdef _${name} ${name}
`,

  fish: (name, commands) =>
    [
      `complete -c ${name} -f`,
      ...commands.flatMap((command) => [
        `complete -c ${name} -n __fish_use_subcommand -a ${command.name()} -d ${quote(command.summary())}`,
        ...fishLines(name, command).map(
          (line) => `complete -c ${name} -n '__fish_seen_subcommand_from ${command.name()}' ${line}`,
        ),
      ]),
      '',
    ].join('\n'),
};

const optionsOf = (command: Command): Option[] => command.createHelp().visibleOptions(command);
const choicesOf = (command: Command): readonly string[] =>
  command.registeredArguments.flatMap((it) => it.argChoices ?? []);
const wordsOf = (command: Command): string[] => [...choicesOf(command), ...optionsOf(command).map(({ long }) => long!)];

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const namesOf = (name: string, named: Named): string => `${name} completion --names ${named} 2>/dev/null`;

/** What completes an option's value: names, folders, or nothing for a flag. */
function completes(option: Option): Named | 'folder' | undefined {
  const named = NAMED.find((it) => option.long === `--${it}`);
  return named ?? (option.required ? 'folder' : undefined);
}

function zshArguments(name: string, command: Command): string[] {
  const options = optionsOf(command).map((option) => {
    const value = completes(option);
    const flag = `${option.long}[${option.description}]`;
    if (value === undefined) return quote(flag);
    return quote(`${flag}:${value}:${value === 'folder' ? '_files -/' : `($(${namesOf(name, value)}))`}`);
  });
  const choices = choicesOf(command);
  return choices.length === 0 ? options : [...options, quote(`1:shell:(${choices.join(' ')})`)];
}

function fishLines(name: string, command: Command): string[] {
  const options = optionsOf(command).map((option) => {
    const value = completes(option);
    const flag = `-l ${option.long!.slice(2)} -d ${quote(option.description)}`;
    if (value === undefined) return flag;
    return `${flag} -x -a ${quote(value === 'folder' ? '(__fish_complete_directories)' : `(${namesOf(name, value)})`)}`;
  });
  return [...options, ...choicesOf(command).map((choice) => `-a ${choice}`)];
}
