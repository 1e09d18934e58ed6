import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { shared } from './shared';

/** Ends the engine that all suites shared. */
export default async function teardown(): Promise<void> {
  await shared.keeper?.end();
  rmSync(dirname(process.env.KEYWRIGHT_ENGINE!), { recursive: true, force: true });
}
