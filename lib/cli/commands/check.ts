import { Command } from 'commander';
import { checkProject } from '../check-project';
import { staleFiles } from '../format-change';
import type { Io } from '../io';
import { locateFindings } from '../locate-findings';
import { openProject, outputFolder } from '../open-project';
import { examples, type OutputOptions, withOutputOptions } from '../options';
import { printFindings } from '../print-findings';
import { selectFindings } from '../selection';
import { diffOutput } from '../write-output';

export function checkCommand(io: Io, exit: (code: number) => void): Command {
  return withOutputOptions(new Command('check'))
    .summary('all findings, of the plan and of the output')
    .description(
      'Everything that is wrong, at once: each finding with its place, what is allowed and what to write instead.\n' +
        'Checks the plan, the output read back, and whether dist/ is up to date. Exit 1 if a finding is an error.',
    )
    .addHelpText('after', examples(EXAMPLES))
    .action(async (options: OutputOptions) => exit(await check(options, io)));
}

// --- internal ---

const EXAMPLES: [line: string, what: string][] = [
  ['keywright check', 'before a commit, and in CI'],
  ['keywright check --system nova', 'leave out what is about other systems'],
  ["keywright check --json | jq -r '.findings[].code'", 'for a program'],
];

async function check(options: OutputOptions, io: Io): Promise<number> {
  const { dir, plan, selection } = await openProject(options);
  const folder = outputFolder(options);
  const checked = await checkProject(plan, (files) => staleFiles(diffOutput(folder, files)));
  const findings = locateFindings(selectFindings(checked.findings, selection), dir);
  return printFindings(findings, options.json, io);
}
