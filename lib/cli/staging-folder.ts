import { lstatSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from './usage-error';

/**
 * Gives the work a temporary folder inside `dir`, so on the same file system, and removes it afterwards whatever
 * happens. Only one process has it at a time: others wait. What a killed process left is removed.
 */
export function withStagingFolder<T>(dir: string, work: (staging: string, waited: boolean) => T): T {
  const created = mkdirSync(dir, { recursive: true });
  const staging = join(dir, NAME);
  let finished = false;
  try {
    const waited = take(staging);
    try {
      const result = work(staging, waited);
      finished = true;
      return result;
    } finally {
      rmSync(staging, { recursive: true, force: true });
    }
  } finally {
    if (!finished) removeFolders(dir, created);
  }
}

/** Removes the folder of a process that was killed. */
export function removeLeftStaging(dir: string): void {
  const staging = join(dir, NAME);
  if (lstatSync(staging, { throwIfNoEntry: false }) && !isTaken(staging))
    rmSync(staging, { recursive: true, force: true });
}

// --- internal ---

const NAME = '.keywright-staging';
const OWNER = 'process';
const PATIENCE_MS = 10_000;
const PAUSE_MS = 20;

/** True if another process had it first. */
function take(staging: string): boolean {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      mkdirSync(staging);
      writeFileSync(join(staging, OWNER), String(process.pid));
      return waited > 0;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (!isTaken(staging)) rmSync(staging, { recursive: true, force: true });
    else if (waited < PATIENCE_MS) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    else throw new UsageError(`another keywright is writing here: ${staging}`, 'wait for it, or delete that folder');
  }
}

function isTaken(staging: string): boolean {
  try {
    process.kill(Number(readFileSync(join(staging, OWNER), 'utf8')), 0);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EPERM') return true; // it lives, and is another user's
    // The owner writes its name right after making the folder: give it a second.
    return code === 'ENOENT' && Date.now() - (statSync(staging, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 1_000;
  }
}

/** The folders from `inner` up to `outer`, which were made for nothing. */
function removeFolders(inner: string, outer: string | undefined): void {
  if (outer === undefined) return;
  for (let folder = inner; folder.length >= outer.length; folder = dirname(folder)) rmdirSync(folder);
}
