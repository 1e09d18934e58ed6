import type {
  BundleInput,
  BundleOverride,
  ConsumerInput,
  FindInput,
  PlannedBundle,
  PlannedConsumer,
  PlannedEntry,
  PlannedFind,
  PlannedKey,
} from '../model';
import { kustomizeNameHash } from '../model/kustomize-hash';
import { canonicalDuration } from './durations';
import { planEmbeddedSecret } from './embedded';
import { syncWaveOf } from './gitops';
import { openKeys, planKeys } from './keys';
import { expand, secretsBelow } from './names';
import { unknownName } from './problems';
import type { Site } from './sites';
import { storeFor } from './stores';

/** The Secrets of a site: one for each bundle and namespace. */
export function planBundles(site: Site, entries: ReadonlyMap<string, PlannedEntry>): PlannedBundle[] {
  const { catalogue, environment, report, files } = site;
  for (const given of Object.keys(environment.bundles ?? {})) {
    const known = Object.keys(catalogue.bundles);
    if (!known.includes(given))
      unknownName(report, { file: files.environment, field: `bundles.${given}` }, given, 'a bundle', known);
  }
  return Object.entries(catalogue.bundles).flatMap(([name, bundle]) => {
    checkBundle(site, name, bundle);
    if (bundle.onlyIn && !bundle.onlyIn.includes(environment.name)) return [];
    return planBundle(site, name, { ...bundle, ...environment.bundles?.[name] }, entries);
  });
}

// --- internal ---

function planBundle(
  site: Site,
  name: string,
  bundle: BundleInput & BundleOverride,
  entries: ReadonlyMap<string, PlannedEntry>,
): PlannedBundle[] {
  const everything = wholeEntry(site, name, bundle, entries);
  const generator = generatorOf(site, name, bundle);
  const keys = everything ? openKeys(everything) : planKeys(site, name, bundle, entries);
  const namespaces = namespacesOf(site, bundle);
  const source = sourceOf(site, name, bundle, keys, entries);
  const secretType = bundle.type ?? 'Opaque';
  return namespaces.map((namespace) => {
    const own = source(namespace);
    return {
      id: `${site.home}/${namespace}/${name}`,
      home: site.home,
      bundle: name,
      ...(bundle.summary !== undefined && { summary: bundle.summary }),
      namespace,
      secretName: finalName(bundle.secretName ?? name, own, secretType),
      secretType,
      ...(everything && { everything: everything.id }),
      ...(bundle.find && { find: findOf(site, bundle.find) }),
      ...(generator && { generator }),
      rewrite: bundle.rewrite ?? [],
      keys,
      labels: site.labels,
      immutable: bundle.immutable ?? false,
      consumers: consumersIn(site, bundle.consumers ?? [], namespace, namespaces),
      source: own,
    };
  });
}

function namespacesOf(site: Site, bundle: BundleInput): string[] {
  const given = bundle.namespace ?? site.environment.namespace ?? site.catalogue.namespace;
  const all = typeof given === 'string' ? [given] : given;
  return [...new Set(all.map((namespace) => expand(namespace, site.words)))];
}

function sourceOf(
  site: Site,
  name: string,
  bundle: BundleInput,
  keys: readonly PlannedKey[],
  entries: ReadonlyMap<string, PlannedEntry>,
): (namespace: string) => PlannedBundle['source'] {
  const { backend, refreshInterval } = site.environment;
  if (backend.kind === 'embedded') {
    const secret = planEmbeddedSecret(bundle.secretName ?? name, keys, backend, entries);
    return () => secret;
  }
  return (namespace) => ({
    kind: 'sync',
    name: bundle.syncName ?? name,
    ...(bundle.generator === undefined ? storeFor(site, namespace) : { stores: [] }),
    refreshPolicy: bundle.refreshPolicy ?? 'Periodic',
    refreshInterval: canonicalDuration(bundle.refreshInterval ?? refreshInterval ?? '1h'),
    creationPolicy: bundle.creationPolicy ?? 'Owner',
    deletionPolicy: bundle.deletionPolicy ?? 'Retain',
    operatorVersion: site.clusters[0]?.operator.version ?? '',
    ...syncWaveOf(site),
    ...(bundle.patch && { patch: JSON.parse(JSON.stringify(bundle.patch)) as Record<string, unknown> }),
  });
}

function finalName(name: string, source: PlannedBundle['source'], type: string): string {
  if (source.kind === 'sync' || !source.nameSuffixHash) return name;
  return `${name}-${kustomizeNameHash({ name, type, data: source.data })}`;
}

/** A consumer that names no namespace reads the Secret of its own; one in none of them stays with the first. */
function consumersIn(
  site: Site,
  consumers: readonly ConsumerInput[],
  namespace: string,
  namespaces: readonly string[],
): PlannedConsumer[] {
  return consumers.flatMap(({ namespace: given, env = [], ...consumer }) => {
    const own = given === undefined ? namespace : expand(given, site.words);
    const home = namespaces.includes(own) ? own : namespaces[0];
    return home === namespace ? [{ ...consumer, namespace: own, env }] : [];
  });
}

function findOf({ words, place }: Site, find: FindInput): PlannedFind {
  const path = expand(find.path, words);
  return { ...find, path, ...(place && { arn: secretsBelow(place, path) }) };
}

function generatorOf(site: Site, name: string, { generator }: BundleInput): PlannedBundle['generator'] {
  const known = site.catalogue.generators ?? {};
  if (generator === undefined) return undefined;
  if (Object.hasOwn(known, generator)) return { kind: known[generator]!.kind, name: generator };
  const at = { file: site.files.catalogue, field: `bundles.${name}.generator` };
  unknownName(site.report, at, generator, 'a generator', Object.keys(known));
  return undefined;
}

function wholeEntry(
  site: Site,
  name: string,
  { everything }: BundleInput,
  entries: ReadonlyMap<string, PlannedEntry>,
): PlannedEntry | undefined {
  const entry = everything === undefined ? undefined : entries.get(everything);
  if (everything !== undefined && !entry) {
    const at = { file: site.files.catalogue, field: `bundles.${name}.everything` };
    unknownName(site.report, at, everything, 'an entry', entries.keys());
  }
  return entry;
}

function checkBundle(site: Site, name: string, bundle: BundleInput): void {
  const { report, catalogue } = site;
  const at = { file: site.files.catalogue, field: `bundles.${name}` };
  const ways = [bundle.everything, bundle.find, bundle.generator, bundle.all ?? bundle.keys];
  if (ways.filter((way) => way !== undefined).length > 1) {
    report({
      kind: 'value',
      ...at,
      expected: 'one of `everything`, `find`, `generator`, or `all` and `keys`',
      allowed: [],
    });
  }
  if (bundle.rewrite && (bundle.all ?? bundle.keys)) {
    report({
      kind: 'value',
      ...at,
      expected: '`rewrite` of an open bundle; `keys` say their names themselves',
      allowed: [],
    });
  }
  const plain = bundle.everything !== undefined && catalogue.entries[bundle.everything]?.value;
  if (plain) {
    report({
      kind: 'value',
      ...at,
      expected: '`everything` of an entry with fields; name one plain value in `keys`',
      allowed: [],
    });
  }
  for (const given of bundle.onlyIn ?? []) {
    if (catalogue.environments.includes(given)) continue;
    unknownName(
      report,
      { ...at, field: `${at.field}.onlyIn` },
      given,
      'an environment of the catalogue',
      catalogue.environments,
    );
  }
}
