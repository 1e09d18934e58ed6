import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everythingSet } from '../everything';
import { findWorld } from './support/deployment';
import { ensureNamespace, environmentPlan } from './support/environment';
import { renderProject } from './support/sample';
import type { World } from './support/syncs';

const [words, providers] = everythingSet.systems;

let world: World;
let rendered: Awaited<ReturnType<typeof renderProject>>;
let namespaces: string[] = [];

beforeAll(async () => {
  world = await findWorld();
  rendered = await renderProject(everythingSet);
  const { bundles, serviceAccounts } = rendered.plan;
  namespaces = [...new Set([...bundles, ...serviceAccounts].flatMap(({ namespace }) => namespace ?? []))];
  for (const namespace of namespaces) await ensureNamespace(world.kubectl, namespace);
});

afterAll(() => world.kubectl.run(['delete', 'namespace', '--wait=false', ...namespaces]));

describe('strict validation by the API server and the webhook', () => {
  test.each(words!.environments.map(({ name }) => name))(
    'accepts every word of a catalogue and of %s',
    async (name) => {
      const environment = rendered.plan.environments.find(({ id }) => id === `everything/${name}`)!;
      const { folders } = environmentPlan(rendered.plan, environment, rendered.dist);
      for (const folder of folders) expect(await validated(['-k', folder])).toEqual(ACCEPTED);
    },
  );

  test('accepts a store and a sync of every provider, and every generator', async () => {
    const manifests = manifestsIn('providers');
    expect(manifests.length).toBeGreaterThan(providers!.environments.length * 2);
    expect(await validated(['-f', '-'], manifests.join('---\n'))).toEqual(ACCEPTED);
  });

  test('refuses an object of any of their kinds that has a field which nobody knows', async () => {
    const byKind = new Map(manifestsIn('').map((manifest) => [/^kind: .*$/m.exec(manifest)![0], manifest]));
    for (const [kind, manifest] of byKind) {
      const { status, refusals } = await validated(['-f', '-'], `nobodyKnows: this\n${manifest}`);
      expect({ kind, status, refusals }).toEqual({
        kind,
        status: 1,
        refusals: [expect.stringContaining('nobodyKnows')],
      });
    }
  });

  test('refuses a store with a value that its provider does not take', async () => {
    const store = manifestsIn('providers/scaleway').find((manifest) => /^kind: SecretStore$/m.test(manifest))!;
    const { status, refusals } = await validated(['-f', '-'], store.replace(/projectId: .*/, 'projectId: none'));
    expect({ status, refusals }).toEqual({ status: 1, refusals: [expect.stringContaining('admission webhook')] });
  });
});

// --- internal ---

const ACCEPTED = { status: 0, refusals: [] };

/** What comes of applying them, but that nothing is kept. Some providers nobody maintains, and the operator warns of them. */
async function validated(source: readonly string[], input?: string) {
  const apply = ['apply', '--server-side', '--dry-run=server', '--validate=strict', ...source];
  const { status, errors } = await world.kubectl.try(apply, input);
  return { status, refusals: errors.split('\n').filter((line) => line !== '' && !line.startsWith('Warning: ')) };
}

/** The text of every object in a folder of the manifests. */
function manifestsIn(folder: string): string[] {
  const root = join(rendered.dist, 'kubernetes', folder);
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const objects = names.filter(
    (name) => /\/[a-z]+-[^/]+\.yaml$/.test(`/${name}`) && !name.endsWith('helm-values.yaml'),
  );
  return objects.sort().map((name) => readFileSync(join(root, name), 'utf8'));
}
