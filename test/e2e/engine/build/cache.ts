import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is built once and kept outside the checkout. */
export interface Build {
  readonly name: string;
  /** The files that decide what comes out; their content names the folder. */
  readonly locks: readonly string[];
  /** Other words that decide it, such as a flag of the compiler. */
  readonly recipe: string;
  /** Fills an empty folder. The folder is renamed afterwards: nothing in it may hold its own path. */
  readonly make: (folder: string) => Promise<void>;
}

export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'keywright-engine');

/** The folder of a build, which is made now unless it is there or another process makes it. */
export async function built(build: Build, progress: (line: string) => void): Promise<string> {
  const folder = join(CACHE, `${build.name}-${hashOf(build)}`);
  if (!isComplete(folder)) await whenOthersEnd(folder, progress);
  if (!isComplete(folder)) await make(build, folder, progress);
  return folder;
}

// --- internal ---

const isComplete = (folder: string): boolean => existsSync(join(folder, COMPLETE));

/** Its presence says that nothing interrupted the build. */
const COMPLETE = '.complete';

async function make({ name, make }: Build, folder: string, progress: (line: string) => void): Promise<void> {
  progress(`building ${name}, once`);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  // It takes minutes, and says nothing meanwhile.
  const ticking = setInterval(() => progress(`building ${name}: ${seconds()} s`), 30_000);
  const attempt = `${folder}.${process.pid}`;
  const discard = () => rmSync(attempt, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    mkdirSync(attempt, { recursive: true });
    await make(attempt);
    writeFileSync(join(attempt, COMPLETE), '');
    publish(attempt, folder);
  } finally {
    clearInterval(ticking);
    discard();
    process.off('exit', discard);
  }
  progress(`built ${name} in ${seconds()} s`);
}

/** Waits while another process builds the same, and removes what builds that were killed have left. */
async function whenOthersEnd(folder: string, progress: (line: string) => void): Promise<void> {
  for (const attempt of attemptsAt(folder)) {
    const pid = attempt.slice(folder.length + 1);
    const runs = () => existsSync(attempt) && existsSync(`/proc/${pid}`);
    if (runs()) progress(`process ${pid} builds ${basename(folder)}: waiting for it`);
    while (runs()) await sleep(200);
    if (isOld(attempt)) rmSync(attempt, { recursive: true, force: true });
  }
}

/** No build takes a day. One of a process that is not seen may still run, in a container with the same cache. */
const isOld = (attempt: string): boolean =>
  (statSync(attempt, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < Date.now() - 24 * 60 * 60_000;

const attemptsAt = (folder: string): string[] =>
  (existsSync(CACHE) ? readdirSync(CACHE) : [])
    .filter((name) => name.startsWith(`${basename(folder)}.`))
    .map((name) => join(CACHE, name));

/** Two processes may have begun at the same moment: the first one wins, and the other uses what is there. */
function publish(attempt: string, folder: string): void {
  try {
    renameSync(attempt, folder);
  } catch (error) {
    if (!isComplete(folder)) throw error;
  }
}

function hashOf({ locks, recipe }: Build): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n${recipe}\n`);
  for (const file of locks) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
