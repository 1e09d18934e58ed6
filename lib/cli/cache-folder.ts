import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where compiled files of a project are kept: with what is installed for it, else in the user's own folder. */
export function projectCacheFolder(from: string): string | undefined {
  for (let dir = from; dir !== dirname(dir); dir = dirname(dir)) {
    if (existsSync(join(dir, 'node_modules'))) return join(dir, 'node_modules', '.cache', 'keywright');
  }
  return userCacheFolder();
}

/**
 * A folder of this user in the temporary folder, which is everybody's: what is in it is run, so no other user may write
 * to it. None where that cannot be had: without a cache it is slower, and right.
 */
export function userCacheFolder(): string | undefined {
  const user = process.getuid?.();
  const folder = join(tmpdir(), `keywright-cache-${user ?? 0}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const ours = user === undefined || (found.uid === user && (found.mode & 0o022) === 0);
    return found.isDirectory() && ours ? folder : undefined;
  } catch {
    return undefined;
  }
}
