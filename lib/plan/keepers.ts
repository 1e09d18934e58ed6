import { isDeepStrictEqual } from 'node:util';
import type { Backend, BundleInput, Identity, PlannedBackend, SaidBy, StoreInput } from '../model';
import { entriesNamed } from './entries-named';
import { DEFAULT_STORE_NAMES, expand, type Place } from './names';
import { placeOn } from './places';
import { planProvider } from './providers';
import type { Site } from './sites';

/** A backend of a site, and the store that reads it. */
export interface Keeper {
  /** The id of its backend in the plan. */
  readonly id: string;
  readonly backend: Backend;
  /** Where on AWS it is, when it is there. */
  readonly place?: Place;
  /** None for embedded values. */
  readonly store?: KeeperStore;
  /** What tells its names from those of the environment's own: the name of its store. */
  readonly apart?: string;
  readonly saidBy?: SaidBy;
}

export interface KeeperStore {
  readonly kind: 'SecretStore' | 'ClusterSecretStore';
  readonly name: string;
  readonly identity?: Identity;
  readonly saidBy?: SaidBy;
}

/** What keeps the entries of a site. */
export interface Keepers {
  /** The environment's own first. */
  readonly all: readonly [Keeper, ...Keeper[]];
  /** By the name of a bundle that says another than the environment's. */
  readonly ofBundles: ReadonlyMap<string, Keeper>;
  /** By the name of an entry that is kept elsewhere than in the environment's. */
  readonly ofEntries: ReadonlyMap<string, Keeper>;
}

/** A site as far as it is known before its keepers are. */
export type Ground = Omit<Site, 'keepers'>;

export const keeperOfBundle = ({ keepers }: Site, bundle: string): Keeper =>
  keepers.ofBundles.get(bundle) ?? keepers.all[0];

export const keeperOfEntry = ({ keepers }: Site, entry: string): Keeper =>
  keepers.ofEntries.get(entry) ?? keepers.all[0];

/** The environment's own backend, and those that its bundles say instead. */
export function readKeepers(ground: Ground): Keepers {
  const all: [Keeper, ...Keeper[]] = [ownKeeper(ground)];
  const ofBundles = new Map<string, Keeper>();
  for (const [name, bundle] of bundlesHere(ground)) {
    const said = saidOf(ground, name, bundle);
    if (!said) continue;
    const keeper = keeperFor(ground, said, all);
    if (!all.includes(keeper)) all.push(keeper);
    if (keeper !== all[0]) ofBundles.set(name, keeper);
  }
  return { all, ofBundles, ofEntries: keepersOfEntries(ground, ofBundles) };
}

export function planBackend({ home }: Site, { id, backend, place, saidBy }: Keeper): PlannedBackend {
  return {
    id,
    home,
    kind: backend.kind,
    ...(backend.kind !== 'embedded' && { provider: planProvider(backend, place) }),
    ...place,
    ...(saidBy && { saidBy }),
  };
}

// --- internal ---

/** What a bundle says of its backend. */
interface Said {
  readonly bundle: string;
  readonly backend: Exclude<Backend, { kind: 'embedded' }>;
  readonly in: SaidBy['in'];
  readonly store?: StoreInput;
  readonly storeIn: SaidBy['in'];
}

function ownKeeper({ home, environment, clusters, words }: Ground): Keeper {
  const { backend, store = {} } = environment;
  const place = placeOn(backend, clusters[0]);
  return {
    id: home,
    backend,
    ...(place && { place }),
    ...(backend.kind !== 'embedded' && { store: storeOf(store, DEFAULT_STORE_NAMES[backend.kind], words) }),
  };
}

/** By name, so that it is all the same in which order they are written. */
const bundlesHere = ({ catalogue, environment }: Ground): [string, BundleInput][] =>
  Object.entries(catalogue.bundles)
    .filter(([, { onlyIn }]) => !onlyIn || onlyIn.includes(environment.name))
    .sort(([a], [b]) => (a < b ? -1 : 1));

function saidOf(ground: Ground, bundle: string, given: BundleInput): Said | undefined {
  const { environment } = ground;
  const override = environment.bundles?.[bundle] ?? {};
  // What the catalogue says is for where an operator reads.
  const general: Pick<BundleInput, 'backend' | 'store'> = environment.backend.kind === 'embedded' ? {} : given;
  const backend = override.backend ?? general.backend;
  // A store is for the backend that it is said with.
  const store = override.store ?? (override.backend ? undefined : general.store);
  const said = {
    bundle,
    in: override.backend ? 'environment' : 'catalogue',
    storeIn: (store ? override.store : override.backend) ? 'environment' : 'catalogue',
  } as const;
  const isMade = given.generator !== undefined;
  if (backend && !isMade) return { ...said, backend, ...(store && { store }) };
  if (backend) report(ground, said.in, `${bundle}.backend`, 'no `backend`: a generator makes it');
  else if (store) report(ground, said.storeIn, `${bundle}.store`, '`store` beside a `backend`, which it reads');
  return undefined;
}

/** The keeper that is meant: one that is known already, or a further one. */
function keeperFor(ground: Ground, said: Said, known: readonly [Keeper, ...Keeper[]]): Keeper {
  const [own] = known;
  const keeper = furtherKeeper(ground, said);
  const same = known.find(({ backend }) => isDeepStrictEqual(backend, said.backend));
  if (same === own && !said.store) return own;
  const at = `${said.bundle}.store`;
  if (same) {
    if (!isDeepStrictEqual(bare(same), bare(keeper))) {
      const whose = same.saidBy ? `the bundle \`${same.saidBy.bundle}\`` : 'the environment';
      report(ground, said.storeIn, at, `the same \`store\` as ${whose} has, whose \`backend\` is the same`);
    }
    return same;
  }
  const namesake = known.find(({ store }) => store?.name === keeper.store?.name);
  if (namesake) {
    const whose = namesake.saidBy ? `of the bundle \`${namesake.saidBy.bundle}\`` : "of the environment's";
    report(ground, said.storeIn, `${at}.name`, `another name than ${whose} store, which reads another backend`);
  }
  return keeper;
}

function furtherKeeper({ home, environment, clusters, words }: Ground, said: Said): Keeper {
  const { backend, bundle } = said;
  const place = placeOn(backend, clusters[0]);
  const given = environment.store?.kind === 'ClusterSecretStore' ? undefined : environment.store?.name;
  const fallback = given === undefined ? DEFAULT_STORE_NAMES[backend.kind] : `${given}-${kebab(backend.kind)}`;
  const store = storeOf(said.store ?? {}, fallback, words);
  return {
    id: `${home}/${store.name}`,
    backend,
    ...(place && { place }),
    store: { ...store, saidBy: { bundle, in: said.storeIn } },
    apart: store.name,
    saidBy: { bundle, in: said.in },
  };
}

function storeOf(given: StoreInput, fallback: string, words: Ground['words']): KeeperStore {
  if (given.kind === 'ClusterSecretStore') return { kind: given.kind, name: given.name };
  const { name = fallback, identity } = given;
  return { kind: 'SecretStore', name: expand(name, words), ...(identity && { identity }) };
}

const bare = ({ store }: Keeper) => store && { ...store, saidBy: undefined };

const kebab = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** An entry is where those read it who read it; where the environment has its own, when somebody reads it there. */
function keepersOfEntries(ground: Ground, ofBundles: ReadonlyMap<string, Keeper>): ReadonlyMap<string, Keeper> {
  const found = new Map<string, Keeper | undefined>();
  for (const [name, bundle] of bundlesHere(ground)) {
    const keeper = ofBundles.get(name);
    for (const entry of entriesNamed(bundle)) {
      if (!keeper || !found.has(entry)) found.set(entry, keeper);
    }
  }
  return new Map([...found].flatMap(([entry, keeper]) => (keeper ? [[entry, keeper] as const] : [])));
}

function report({ report, files }: Ground, where: SaidBy['in'], field: string, expected: string): void {
  report({ kind: 'value', file: files[where], field: `bundles.${field}`, expected, allowed: [] });
}
