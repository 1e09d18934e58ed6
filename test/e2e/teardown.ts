import { teardown as temporary } from '../temporary';
import { shared } from './shared';

/** Ends the engine that all suites shared. */
export default async function teardown(): Promise<void> {
  await shared.keeper?.end();
  temporary();
}
