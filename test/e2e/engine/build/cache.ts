import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';

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

/** The folder of a build, which is made now unless it is there. */
export async function built(build: Build, progress: (line: string) => void): Promise<string> {
  const folder = join(CACHE, `${build.name}-${hashOf(build)}`);
  if (existsSync(join(folder, COMPLETE))) return folder;
  progress(`building ${build.name}, once`);
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  // It takes minutes, and says nothing meanwhile.
  const ticking = setInterval(() => progress(`building ${build.name}: ${seconds()} s`), 30_000);
  mkdirSync(CACHE, { recursive: true });
  discardOld(folder);
  const attempt = `${folder}.${process.pid}`;
  const discard = () => rmSync(attempt, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    mkdirSync(attempt);
    await build.make(attempt);
    writeFileSync(join(attempt, COMPLETE), '');
    publish(attempt, folder);
  } finally {
    clearInterval(ticking);
    discard();
    process.off('exit', discard);
  }
  progress(`built ${build.name} in ${seconds()} s`);
  return folder;
}

// --- internal ---

/** Its presence says that nothing interrupted the build. */
const COMPLETE = '.complete';

/** Removes what builds that were killed have left: no build takes a day. */
function discardOld(folder: string): void {
  const attempts = readdirSync(CACHE).filter((name) => name.startsWith(`${basename(folder)}.`));
  for (const attempt of attempts.map((name) => join(CACHE, name))) {
    const age = Date.now() - (statSync(attempt, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > DAY) rmSync(attempt, { recursive: true, force: true });
  }
}

const DAY = 24 * 60 * 60_000;

/** Two processes may build the same at once: the first one wins, and the other uses what is there. */
function publish(attempt: string, folder: string): void {
  try {
    renameSync(attempt, folder);
  } catch (error) {
    if (!existsSync(join(folder, COMPLETE))) throw error;
  }
}

function hashOf({ locks, recipe }: Build): string {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n${recipe}\n`);
  for (const file of locks) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
