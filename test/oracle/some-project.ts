import fc from 'fast-check';
import {
  type BundleInput,
  type CatalogueInput,
  type EnvironmentInput,
  eksCluster,
  irsa,
  type Project,
  type System,
  secretsManager,
} from '../../lib/model';

/** Systems that share clusters: entries of names alike, bundles in several namespaces, stores of both kinds. */
export function someProject(): fc.Arbitrary<Project> {
  return fc.tuple(system('shop'), system('cart')).map((systems) => ({ systems }));
}

// --- internal ---

const ENTRIES = ['a', 'b', 'ab', 'a-b', 'b-a', 'a-bcdefg', 'ba'];
const NAMESPACES = ['one', 'two', 'three'];
const ENVIRONMENTS = ['staging', 'production'];

const clusters = ['blue', 'green'].map((name) =>
  eksCluster({
    name,
    account: '123456789012',
    region: 'eu-west-1',
    oidcIssuer: `oidc.eks.eu-west-1.amazonaws.com/id/${name.toUpperCase()}`,
    stores: { shared: { identity: irsa({ serviceAccount: `${name}-reader` }) } },
  }),
);

function system(name: string): fc.Arbitrary<System> {
  return fc.record({
    catalogue: catalogue(name),
    environments: fc.tuple(...ENVIRONMENTS.map(environment)),
  });
}

const catalogue = (system: string): fc.Arbitrary<CatalogueInput> =>
  fc.subarray(ENTRIES, { minLength: 1 }).chain((names) =>
    fc.array(bundle(names), { minLength: 1, maxLength: 4 }).map((bundles) => ({
      system,
      environments: ENVIRONMENTS,
      namespace: 'one',
      entries: Object.fromEntries(names.map((name) => [name, { fields: { X: {}, Y: { optional: true } } }])),
      bundles: Object.fromEntries(bundles.map((one, at) => [`bundle-${at}`, one])),
    })),
  );

function bundle(entries: readonly string[]): fc.Arbitrary<BundleInput> {
  const namespace = fc.subarray(NAMESPACES, { minLength: 1 });
  const open = fc.record({ namespace, everything: fc.constantFrom(...entries) });
  const keys = fc
    .array(fc.tuple(fc.constantFrom(...entries), fc.constantFrom('X', 'Y')), { minLength: 1, maxLength: 3 })
    .map((reads) => Object.fromEntries(reads.map(([entry, field], at) => [`KEY_${at}`, `${entry}.${field}`])));
  return fc.oneof({ weight: 3, arbitrary: fc.record({ namespace, keys }) }, open);
}

const environment = (name: string): fc.Arbitrary<EnvironmentInput> =>
  fc.record({
    name: fc.constant(name),
    clusters: fc.subarray(clusters, { minLength: 1 }),
    backend: fc
      .constantFrom('{system}/{environment}/{entry}', '{environment}-{entry}', '{entry}')
      .map((entryName) => secretsManager({ entryName })),
    store: fc.constantFrom(
      { identity: irsa() },
      { identity: irsa({ serviceAccount: 'reader' }) },
      { kind: 'ClusterSecretStore' as const, name: 'shared' },
    ),
  });
