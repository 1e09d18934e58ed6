import { dirname } from 'node:path';
import { projectCacheFolder } from './cache-folder';
import { whileLoading } from './while-loading';

/** What a file of `environments/` exports, whether it is TypeScript or JavaScript, CommonJS or ESM. */
export async function importEnvironments(file: string): Promise<Exports> {
  // 8 ms instead of 150 ms from the second run on.
  const fsCache = projectCacheFolder(dirname(file)) ?? false;
  const virtualModules = { keywright: await import('../index') };
  const { createJiti } = await import('jiti');
  const load = (tsconfigPaths: boolean) =>
    createJiti(file, {
      fsCache,
      virtualModules,
      tsconfigPaths,
      moduleCache: false,
      interopDefault: false,
    }).import<Exports>(file);
  // The aliases of a tsconfig.json: who has none does not wait for it to be read, which jiti does for each file.
  const loadAny = () =>
    load(false).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException | null)?.code === 'MODULE_NOT_FOUND') return load(true);
      throw error;
    });
  return withConsoleOnStderr(() => whileLoading(loadAny));
}

// --- internal ---

type Exports = Readonly<Record<string, unknown>>;

/** Standard output is for the command's result: what environments print goes to standard error. */
async function withConsoleOnStderr<T>(work: () => Promise<T>): Promise<T> {
  const { log, info, debug } = console;
  Object.assign(console, { log: console.error, info: console.error, debug: console.error });
  try {
    return await work();
  } finally {
    Object.assign(console, { log, info, debug });
  }
}
