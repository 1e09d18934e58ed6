import { Command } from 'commander';
import { EXIT } from '../exit-code';
import { type Io, printJson } from '../io';
import { locateFile } from '../locate-findings';
import { openProject } from '../open-project';
import { examples, type ProjectOptions, withProjectOptions } from '../options';
import { selectPlan } from '../selection';

export function planCommand(io: Io, exit: (code: number) => void): Command {
  return withProjectOptions(new Command('plan'))
    .summary('the plan as JSON')
    .description(
      'Prints everything that is planned: names, ARNs, keys, grants, as plain JSON (with or without --json).\n' +
        'Checks nothing; exit 1 if the plan could not read something, which its list "problems" says.',
    )
    .addHelpText('after', examples(EXAMPLES))
    .action(async (options: ProjectOptions) => exit(await printPlan(options, io)));
}

// --- internal ---

const EXAMPLES: [line: string, what: string][] = [
  ["keywright plan | jq -r '.roles[].id'", 'the ARNs of all roles'],
  ["keywright plan --environment production | jq '.entries[] | .remoteKey'", 'what production reads'],
];

async function printPlan(options: ProjectOptions, io: Io): Promise<number> {
  const { dir, plan, selection } = await openProject(options);
  const selected = selectPlan(plan, selection);
  const problems = selected.problems.map((problem) => ({ ...problem, file: locateFile(problem.file, dir) }));
  printJson({ ...selected, problems }, io);
  return problems.length > 0 ? EXIT.findings : EXIT.done;
}
