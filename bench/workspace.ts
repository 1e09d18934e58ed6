import { mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder that everything is written to, in memory where there is room for it: a disk is as fast as its neighbours
 * let it be, and its file system may be slow for seconds after many files were removed.
 */
export const workspace = (): string => {
  root ??= mkdtempSync(join(place(), 'keywright-bench-'));
  return root;
};

/** Work in an empty folder, which is removed afterwards. */
export function withFolder<T>(work: (folder: string) => T): T {
  const folder = newFolder();
  try {
    return work(folder);
  } finally {
    if (inMemory()) rmSync(folder, { recursive: true, force: true });
  }
}

/** An empty folder that stays until the end. */
export function newFolder(): string {
  count += 1;
  const folder = join(workspace(), String(count));
  mkdirSync(folder);
  return folder;
}

export function removeWorkspace(): void {
  if (root !== undefined) rmSync(root, { recursive: true, force: true });
  root = undefined;
}

export const inMemory = (): boolean => workspace().startsWith(MEMORY);

// --- internal ---

let root: string | undefined;
let count = 0;

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2 ** 31;

function place(): string {
  if (process.env.TMPDIR !== undefined) return tmpdir();
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir(); // no such folder outside Linux
  }
}
