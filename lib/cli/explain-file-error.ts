import { UsageError } from './usage-error';

/** Runs what reads and writes below `dir`: what the file system refuses becomes a {@link UsageError}. */
export function explainFileError<T>(dir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, path, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof UsageError || code === undefined || syscall === undefined) throw error;
    const [what, mend] = REASONS[code] ?? [code, 'see what stands there'];
    const place = path === undefined || path.includes('.keywright-staging') ? dir : path;
    throw new UsageError(`cannot write ${place}: ${what}`, mend);
  }
}

// --- internal ---

const REASONS: Readonly<Record<string, readonly [what: string, mend: string]>> = {
  EACCES: ['permission denied', 'make it writable, or choose another folder with --output'],
  EPERM: ['permission denied', 'make it writable, or choose another folder with --output'],
  EROFS: ['the file system is read-only', 'choose another folder with --output'],
  ENOSPC: ['no space is left on the disk', 'make room'],
  EDQUOT: ['the disk quota is used up', 'make room'],
  ENAMETOOLONG: ['a name is too long for this file system', 'choose shorter names'],
  ENOENT: [
    'it, or a folder above it, is a link to nothing or was just removed',
    'remove the link, or choose another folder with --output',
  ],
  EEXIST: ['something else stands there', 'remove it, or choose another folder with --output'],
  ENOTDIR: ['a file stands where a folder belongs', 'remove it, or choose another folder with --output'],
  EISDIR: ['a folder stands where a file belongs', 'remove it'],
};
