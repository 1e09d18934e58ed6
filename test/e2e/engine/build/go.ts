import { join } from 'node:path';
import type { Build } from './cache';
import { runEnclosed } from './run';

/** Where the lock files of everything that is built are. */
export const LOCKS = join(__dirname, '..', 'locks');

/** What decides a build of a Go module. */
export const goModule = (name: string): Pick<Build, 'name' | 'locks'> => ({
  name,
  locks: [join(LOCKS, name, 'go.mod'), join(LOCKS, name, 'go.sum')],
});

export const goBuild = (module: string, program: string, output: string, flags: string): Promise<void> =>
  go(module, 'build', '-trimpath', `-ldflags=${flags}`, '-o', output, program).then(() => undefined);

/** Runs Go in a module's folder; gives what it printed. */
export const go = (module: string, ...args: string[]): Promise<string> =>
  runEnclosed('go', args, {
    cwd: join(LOCKS, module),
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
  });
