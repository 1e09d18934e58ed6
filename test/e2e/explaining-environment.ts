import { TestEnvironment } from 'jest-environment-node';
import { findWorld } from './support/deployment';
import { explained } from './support/syncs';

/** Says of every test that fails what the cluster, the operator and AWS have to say, before anything is cleaned up. */
export default class ExplainingEnvironment extends TestEnvironment {
  /** @see https://jestjs.io/docs/configuration#testenvironment-string */
  async handleTestEvent({ name }: { readonly name: string }): Promise<void> {
    if (!['test_fn_failure', 'hook_failure'].includes(name)) return;
    // Whoever reads it must know when this part is missing, too.
    const said = await sayAll().catch((error: Error) => `the engine cannot say why: ${error.message}`);
    process.stderr.write(`${said}\n`);
  }
}

// --- internal ---

async function sayAll(): Promise<string> {
  const world = await findWorld();
  const printed = await world.kubectl.run([
    ...['get', 'externalsecret,secretstore', '--all-namespaces', '--ignore-not-found'],
    '--output=jsonpath={range .items[*]}{.metadata.namespace}{"\\n"}{end}',
  ]);
  const namespaces = [...new Set(printed.split('\n').filter(Boolean))];
  const texts = await Promise.all(namespaces.map(async (name) => `in ${name}:\n${await explained(world, name)}`));
  return texts.join('\n');
}
