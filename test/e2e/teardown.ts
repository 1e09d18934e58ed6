import { teardown as temporary } from '../temporary';
import { shared } from './shared';

/** Ends the engines. */
export default async function teardown(): Promise<void> {
  await Promise.all(shared.map((keeper) => keeper.end()));
  temporary();
}
