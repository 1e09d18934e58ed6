import { Command } from 'commander';
import { checkProject } from '../check-project';
import type { OutputChange } from '../compare-output';
import { EXIT } from '../exit-code';
import { formatStale, formatWritten, sayFiles, shortPath, staleFiles } from '../format-change';
import { formatFindings, hasErrors } from '../format-finding';
import { type Io, printJson } from '../io';
import { locateFindings } from '../locate-findings';
import { openProject, outputFolder } from '../open-project';
import { examples, type OutputOptions, withOutputOptions } from '../options';
import { printFindings } from '../print-findings';
import { filesOf } from '../render-output';
import { selectFolders } from '../selection';
import { uninterrupted } from '../uninterrupted';
import { diffOutput, OWNED_FOLDERS, writeOutput } from '../write-output';

export function synthCommand(io: Io, exit: (code: number) => void): Command {
  return withOutputOptions(new Command('synth'))
    .summary('write dist/: Kubernetes YAML and CloudFormation')
    .description(
      'Checks the whole project, then writes dist/kubernetes and dist/aws: all files, or after an error none.\n' +
        'With --system or --environment only the folders of those are written; the checks still see everything.',
    )
    .option('--check', 'write nothing; list what is stale, and exit 1 if anything is')
    .addHelpText('after', examples(EXAMPLES))
    .action(async (options: SynthOptions) => exit(await synth(options, io)));
}

// --- internal ---

const EXAMPLES: [line: string, what: string][] = [
  ['keywright synth', 'write what changed, remove what is left over'],
  ['keywright synth --environment staging', 'leave the other environments as they are'],
  ['keywright synth --check', 'in CI: is dist/ what the catalogues say?'],
];

interface SynthOptions extends OutputOptions {
  readonly check?: boolean;
}

async function synth(options: SynthOptions, io: Io): Promise<number> {
  const { dir, plan, selection } = await openProject(options);
  const { output, ...checked } = await checkProject(plan);
  const findings = locateFindings(checked.findings, dir);
  if (!output || hasErrors(findings)) return printFindings(findings, options.json, io);
  const folder = outputFolder(options);
  const files = filesOf(output);
  const roots = selectFolders(selection, OWNED_FOLDERS);
  const change = options.check
    ? diffOutput(folder, files, roots)
    : await uninterrupted(() => writeOutput(folder, files, roots));
  if (options.json) printJson({ ...summary(change, folder), findings }, io);
  else {
    if (findings.length > 0) io.stdout(`${formatFindings(findings, io.colors)}\n`);
    io.stdout(options.check ? formatStale(change, folder, io.colors) : formatWritten(change, folder));
    if (!selection.everything) io.stdout(sayElsewhere(diffOutput(folder, files), change));
  }
  return options.check && staleFiles(change).length > 0 ? EXIT.findings : EXIT.done;
}

/** Paths as the text has them, from where the command runs. */
function summary({ added, changed, removed, unchanged }: OutputChange, folder: string) {
  const from = shortPath(folder);
  const named = (paths: readonly string[]) => paths.map((path) => `${from}/${path}`);
  return { added: named(added), changed: named(changed), removed: named(removed), unchanged: unchanged.length };
}

/** What a filter left as it was may be stale too: a cluster's folder belongs to all its systems. */
function sayElsewhere(everywhere: OutputChange, here: OutputChange): string {
  const known = new Set(staleFiles(here).map(({ path }) => path));
  const others = staleFiles(everywhere).filter(({ path }) => !known.has(path)).length;
  return others === 0 ? '' : `elsewhere: ${sayFiles(others)} stale, which keywright synth without a filter writes\n`;
}
