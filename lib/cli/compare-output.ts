import { closeSync, lstatSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './usage-error';

/** How a folder differs from the files that should be in it: paths below it, sorted. */
export interface OutputChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: readonly string[];
}

/** The same, with the folders that stand there. */
export interface Comparison extends OutputChange {
  /** Folders that will hold something. */
  readonly kept: ReadonlySet<string>;
  /** Folders that hold nothing, or only what is removed; inner ones first. */
  readonly emptied: readonly string[];
}

/**
 * Compares what stands below the roots of a folder with what should, byte for byte. Links are never followed: one that
 * stands where a file or folder should be is something to remove.
 */
export function compareOutput(dir: string, wanted: ReadonlyMap<string, string>, roots: readonly string[]): Comparison {
  const found = findAll(dir, roots);
  const have = new Set(found.files);
  const added: string[] = [];
  const changed: string[] = [];
  const unchanged: string[] = [];
  for (const [path, text] of wanted) {
    if (!have.delete(path)) added.push(path);
    else if (sameText(join(dir, path), text)) unchanged.push(path);
    else changed.push(path);
  }
  const needed = foldersOf(wanted.keys());
  const within = (folder: string) => roots.some((root) => folder === root || folder.startsWith(`${root}/`));
  return {
    added: added.sort(),
    changed: changed.sort(),
    removed: [...have, ...found.others].sort(),
    unchanged: unchanged.sort(),
    kept: new Set(found.folders.filter((folder) => needed.has(folder) || !within(folder))),
    emptied: found.folders.filter((folder) => !needed.has(folder) && within(folder)).reverse(),
  };
}

// --- internal ---

interface Found {
  readonly files: string[];
  /** Outer ones first. */
  readonly folders: string[];
  /** Links, sockets and the like. */
  readonly others: string[];
}

function findAll(dir: string, roots: readonly string[]): Found {
  const found: Found = { files: [], folders: [], others: [] };
  // The output folder itself may be a link: that is what somebody chose.
  if (!isFolder(dir, statSync(dir, { throwIfNoEntry: false }))) return found;
  for (const root of roots) {
    if (findRoot(dir, root, found)) findBelow(dir, root, found);
  }
  return found;
}

/** Whether a root stands there. It and what is above it must be real folders: behind a link is somebody else's. */
function findRoot(dir: string, root: string, found: Found): boolean {
  const steps = root.split('/').map((_, at, all) => all.slice(0, at + 1).join('/'));
  return steps.every((step) => {
    const folder = join(dir, step);
    const stands = isFolder(folder, lstatSync(folder, { throwIfNoEntry: false }));
    if (stands && !found.folders.includes(step)) found.folders.push(step);
    return stands;
  });
}

function isFolder(path: string, stats: Stats | undefined): boolean {
  if (!stats || stats.isDirectory()) return stats !== undefined;
  const what = stats.isSymbolicLink() ? 'a link' : 'a file';
  throw new UsageError(
    `${path} is ${what} where a folder belongs`,
    'remove it, or choose another folder with --output',
  );
}

function findBelow(dir: string, folder: string, found: Found): void {
  for (const entry of readdirSync(join(dir, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isFile()) found.files.push(path);
    else if (!entry.isDirectory()) found.others.push(path);
    else {
      found.folders.push(path);
      findBelow(dir, path, found);
    }
  }
}

/** Every folder above these paths. */
function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}

let wanted = Buffer.allocUnsafe(64 * 1024);
let present = Buffer.allocUnsafe(64 * 1024);

/** Three system calls for a file, and no new buffer: both is what 10,000 files notice. */
function sameText(file: string, text: string): boolean {
  const most = 3 * text.length + 1; // bytes of UTF-8, and one to see that a file goes on
  if (present.length < most) [wanted, present] = [Buffer.allocUnsafe(2 * most), Buffer.allocUnsafe(2 * most)];
  const size = wanted.write(text);
  const fd = openSync(file, 'r');
  try {
    const length = readSync(fd, present, 0, size + 1, 0);
    return length === size && present.compare(wanted, 0, size, 0, size) === 0;
  } finally {
    closeSync(fd);
  }
}
