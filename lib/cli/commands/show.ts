import { Command } from 'commander';
import { EXIT } from '../exit-code';
import { type Io, printJson } from '../io';
import { openProject } from '../open-project';
import { examples, type ProjectOptions, withProjectOptions } from '../options';
import { selectPlan } from '../selection';
import { buildOverview } from '../show/overview';

export function showCommand(io: Io, exit: (code: number) => void): Command {
  return withProjectOptions(new Command('show'))
    .summary('what exists where: bundles, keys, entries, roles, operators')
    .description(
      'Tables of bundles and their keys, of entries, and of roles, by environment, and of operators. Shows no value.',
    )
    .addHelpText('after', examples(EXAMPLES))
    .action(async (options: ProjectOptions) => exit(await show(options, io)));
}

// --- internal ---

const EXAMPLES: [line: string, what: string][] = [
  ['keywright show', 'everything'],
  ['keywright show --system nova --environment production', 'one environment'],
  ["keywright show --json | jq '.roles'", 'for a program'],
];

async function show(options: ProjectOptions, io: Io): Promise<number> {
  const { plan, selection } = await openProject(options);
  const selected = selectPlan(plan, selection);
  const overview = buildOverview(selected);
  if (options.json) printJson(overview, io);
  else {
    const { formatOverview } = await import('../show/format-overview');
    io.stdout(formatOverview(overview, io.colors));
  }
  if (selected.problems.length === 0) return EXIT.done;
  io.stderr('something is missing here that the plan could not read: see keywright check\n');
  return EXIT.findings;
}
