import {
  type BundleInput,
  type CatalogueInput,
  type EntryInput,
  eksCluster,
  embedded,
  type Project,
  secretsManager,
} from '../lib/model';

/*
 * Projects of any size, made of nothing but their number: the same on every side and in every process.
 */

const KEYS = ['HOST', 'PORT', 'USER', 'PASSWORD', 'TOKEN'];

/** Bundles of five keys in systems of a thousand. The entries are existing ones and shared: AWS limits are no topic. */
export function syncedProject(bundles: number): Project {
  return { systems: inSystems(bundles, 1000).map(({ name, from, to }) => syncedSystem(name, from, to)) };
}

/** Bundles of five keys whose values stand in the repository. */
export function embeddedProject(bundles: number): Project {
  const values = embeddedValues(bundles);
  const names = Object.keys(values);
  const catalogue = {
    ...catalogueOf('shop', 'dev'),
    entries: Object.fromEntries(names.map((name) => [name, ENTRY])),
    bundles: Object.fromEntries(names.map((name) => [name, { all: [name] }])),
  };
  return { systems: [{ catalogue, environments: [{ name: 'dev', backend: embedded({ values }) }] }] };
}

/** The values of that, by bundle and key. */
export function embeddedValues(bundles: number): Record<string, Record<string, string>> {
  const valuesOf = (name: string) => Object.fromEntries(KEYS.map((key) => [key, `${key}-of-${name}`]));
  return Object.fromEntries(range(0, bundles).map((at) => [`app-${at}`, valuesOf(`app-${at}`)]));
}

/** Entries that we create, in stacks that stay below CloudFormation's 500 resources. */
export function managedProject(entries: number): Project {
  return {
    systems: inSystems(entries, 400).map(({ name, from, to }) => {
      const names = range(from, to).map((at) => `entry-${at}`);
      const owned = { ...ENTRY, summary: 'What the service needs', owner: 'team-payments' };
      const entryList = Object.fromEntries(names.map((entry) => [entry, owned]));
      return { catalogue: { ...catalogueOf(name, 'production'), entries: entryList }, environments: [production()] };
    }),
  };
}

// --- internal ---

const ENTRY: EntryInput = { fields: Object.fromEntries(KEYS.map((key) => [key, {}])) };

function syncedSystem(name: string, from: number, to: number): Project['systems'][number] {
  const entries = range(0, 20).map((at) => [`entry-${at}`, { ...ENTRY, existing: true }] as const);
  const bundles = range(from, to).map((at) => [`app-${at}`, bundleOf(`entry-${at % 20}`)] as const);
  const catalogue = {
    ...catalogueOf(name, 'production'),
    entries: Object.fromEntries(entries),
    bundles: Object.fromEntries(bundles),
  };
  return { catalogue, environments: [production()] };
}

const bundleOf = (entry: string): BundleInput => ({
  keys: Object.fromEntries(KEYS.map((key) => [`APP_${key}`, `${entry}.${key}`])),
});

const catalogueOf = (system: string, environment: string): CatalogueInput => ({
  system,
  environments: [environment],
  namespace: system,
  entries: {},
});

const production = () => ({ name: 'production', cluster: CLUSTER, backend: secretsManager() });

const CLUSTER = eksCluster({
  name: 'blue',
  account: '123456789012',
  region: 'eu-west-1',
  oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30755',
});

/** `shop-0` with the first ones, `shop-1` with the next. */
function inSystems(count: number, most: number): { name: string; from: number; to: number }[] {
  return range(0, Math.ceil(count / most)).map((at) => ({
    name: `shop-${at}`,
    from: at * most,
    to: Math.min(count, (at + 1) * most),
  }));
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);
