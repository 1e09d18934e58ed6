import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile } from '../model';
import { type Comparison, compareOutput, type OutputChange } from './compare-output';
import { explainFileError } from './explain-file-error';
import { removeLeftStaging, withStagingFolder } from './staging-folder';
import { UsageError } from './usage-error';

/** The folders of the output that are ours, with all that is in them. */
export const OWNED_FOLDERS = ['kubernetes', 'aws', 'azure', 'vault'] as const;

/** What writing the files would change below `dir`. Only the roots are looked at, and only their files. */
export function diffOutput(
  dir: string,
  files: readonly OutputFile[],
  roots: readonly string[] = OWNED_FOLDERS,
): OutputChange {
  return explainFileError(dir, () => compareOutput(dir, textsOf(files, roots), roots));
}

/**
 * Makes the roots below `dir` hold exactly these files: all of them, or after an error none. What is already right is
 * not touched. It never gives the event loop a turn, so a signal finds it not begun or done.
 */
export function writeOutput(
  dir: string,
  files: readonly OutputFile[],
  roots: readonly string[] = OWNED_FOLDERS,
): OutputChange {
  const texts = textsOf(files, roots);
  return explainFileError(dir, () => {
    const change = compareOutput(dir, texts, roots);
    if (isClean(change)) {
      removeLeftStaging(dir);
      return change;
    }
    for (const root of roots) refuseForeign(dir, root, change);
    return withStagingFolder(dir, (staging, waited) => {
      const now = waited ? compareOutput(dir, texts, roots) : change;
      stage(join(staging, 'new'), texts, [...now.added, ...now.changed]);
      commit(dir, staging, now);
      return now;
    });
  });
}

// --- internal ---

const isClean = ({ added, changed, removed, emptied }: Comparison): boolean =>
  added.length + changed.length + removed.length + emptied.length === 0;

/** An empty step, `.` or `..`, or a character that no path of ours has. */
const ODD_PATH = /(?:^|\/)\.{0,2}(?:\/|$)|[\\:\0]/;

/** The files below the roots. A path that leaves the output folder is a bug of ours: the checks let no such name pass. */
function textsOf(files: readonly OutputFile[], roots: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { path, text } of files) {
    if (ODD_PATH.test(path) || !path.includes('/')) throw new Error(`"${path}" is not a path below the output folder`);
    if (texts.has(path)) throw new Error(`two files are called ${path}`);
    if (roots.some((root) => path.startsWith(`${root}/`))) texts.set(path, text);
  }
  return texts;
}

/** `--output .` in a repository that has a folder `kubernetes` of its own must not empty it. */
function refuseForeign(dir: string, root: string, change: Comparison): void {
  const below = (paths: readonly string[]) => paths.filter((path) => path.startsWith(`${root}/`));
  if (below(change.unchanged).length > 0) return;
  const present = below([...change.changed, ...change.removed]).filter((path) => !path.includes('/.'));
  if (present.length === 0 || present.some((path) => readFileSync(join(dir, path)).includes('keywright'))) return;
  throw new UsageError(
    `${join(dir, root)} holds files that keywright did not write, such as ${present[0]}: they would be removed`,
    'choose another folder with --output, or delete that one',
  );
}

function stage(dir: string, texts: ReadonlyMap<string, string>, paths: readonly string[]): void {
  let last = '';
  for (const path of paths) {
    const file = join(dir, path);
    const folder = dirname(file);
    if (folder !== last) mkdirSync(folder, { recursive: true });
    last = folder;
    writeFileSync(file, texts.get(path)!);
  }
}

function commit(dir: string, staging: string, change: Comparison): void {
  const undo: (() => void)[] = [];
  const move = (from: string, to: string) => {
    renameSync(from, to);
    undo.push(() => renameSync(to, from));
  };
  try {
    mkdirSync(join(staging, 'old'));
    [...change.removed, ...change.changed].forEach((path, at) => {
      move(join(dir, path), join(staging, 'old', String(at)));
    });
    for (const folder of change.emptied) {
      rmdirSync(join(dir, folder));
      undo.push(() => mkdirSync(join(dir, folder)));
    }
    for (const path of topmost([...change.added, ...change.changed], change.kept)) {
      move(join(staging, 'new', path), join(dir, path));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  }
}

/** What to move into place: a folder that is not there yet moves whole, and at once. */
function topmost(paths: readonly string[], kept: ReadonlySet<string>): Set<string> {
  return new Set(
    paths.map((path) => {
      for (let end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
        if (!kept.has(path.slice(0, end))) return path.slice(0, end);
      }
      return path;
    }),
  );
}
