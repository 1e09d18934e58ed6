import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '..');

/** Where the measured JavaScript is: made as `npm run build` makes it, and the scripts that run it. */
export const COMPILED = join(ROOT, '.cache', 'bench');

/** Users run compiled JavaScript: a loader that compiles would be in every measurement. */
export function compile(): void {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const config = join(__dirname, 'tsconfig.compile.json');
  rmSync(COMPILED, { recursive: true, force: true });
  execFileSync(process.execPath, [compiler, '-p', config], { stdio: ['ignore', 'inherit', 'inherit'] });
}
