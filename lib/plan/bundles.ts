import type { BundleInput, BundleOverride, PlannedBundle, PlannedEntry, PlannedKey } from '../model';
import { kustomizeNameHash } from '../model/kustomize-hash';
import { canonicalDuration } from './durations';
import { planEmbeddedSecret } from './embedded';
import { planFind } from './finds';
import { syncWaveOf } from './gitops';
import { type Keeper, keeperOfBundle } from './keepers';
import { openKeys, planKeys, planTemplateFrom, reportNoEntry } from './keys';
import { clusterSyncName } from './names';
import { bundlesOf } from './own-bundles';
import { unknownName } from './problems';
import type { Site } from './sites';
import { storeFor } from './stores';
import { consumersIn, inEnvironment, type Target, targetsOf } from './targets';

/** The Secrets of a site: one for each bundle and namespace. */
export function planBundles(site: Site, entries: ReadonlyMap<string, PlannedEntry>): PlannedBundle[] {
  const { environment, report, files } = site;
  const bundles = bundlesOf(site);
  for (const given of Object.keys(environment.bundles ?? {})) {
    const known = Object.keys(bundles);
    if (!known.includes(given))
      unknownName(report, { file: files.environment, field: `bundles.${given}` }, given, 'a bundle', known);
  }
  return Object.entries(bundles).flatMap(([name, bundle]) => {
    checkBundle(site, name, bundle);
    if (bundle.onlyIn && !bundle.onlyIn.includes(environment.name)) return [];
    return planBundle(site, name, inEnvironment(bundle, environment.bundles?.[name]), entries);
  });
}

// --- internal ---

/** Namespaces and their labels are watched: it is for those that something else stood in the way of. */
const RECHECKED = '1m0s';

function planBundle(
  site: Site,
  name: string,
  bundle: BundleInput & BundleOverride,
  entries: ReadonlyMap<string, PlannedEntry>,
): PlannedBundle[] {
  const everything = wholeEntry(site, name, bundle, entries);
  const generator = generatorOf(site, name, bundle);
  const keys = everything ? openKeys(everything) : planKeys(site, name, bundle, entries);
  const templateFrom = planTemplateFrom(site, name, bundle, entries);
  const targets = targetsOf(site, name, bundle);
  const keeper = keeperOfBundle(site, name);
  const source = sourceOf(site, keeper, name, bundle, keys, entries);
  const secretType = bundle.type ?? 'Opaque';
  return targets.map((target) => {
    const { namespace } = target;
    const own = source(target);
    return {
      id: namespace === undefined ? `${site.home}/${name}` : `${site.home}/${namespace}/${name}`,
      home: site.home,
      bundle: name,
      ...(!Object.hasOwn(site.bundles, name) && { ofEntry: true }),
      ...(bundle.summary !== undefined && { summary: bundle.summary }),
      ...(namespace !== undefined && { namespace }),
      keeper: keeper.id,
      secretName: finalName(bundle.secretName ?? name, own, secretType),
      secretType,
      ...(everything && { everything: everything.id }),
      ...(bundle.find && { find: planFind(site, keeper, bundle.find) }),
      ...(generator && { generator }),
      rewrite: bundle.rewrite ?? [],
      keys,
      templateFrom,
      labels: site.labels,
      secretLabels: bundle.secretLabels ?? {},
      secretAnnotations: bundle.secretAnnotations ?? {},
      immutable: bundle.immutable ?? false,
      consumers: consumersIn(site, name, bundle.consumers ?? [], target, targets),
      source: own,
    };
  });
}

function sourceOf(
  site: Site,
  { backend, store }: Keeper,
  name: string,
  bundle: BundleInput,
  keys: readonly PlannedKey[],
  entries: ReadonlyMap<string, PlannedEntry>,
): (target: Target) => PlannedBundle['source'] {
  const { refreshInterval } = site.environment;
  if (backend.kind === 'embedded') {
    const secret = planEmbeddedSecret(bundle.secretName ?? name, keys, backend, entries);
    return () => secret;
  }
  return ({ namespace, selector }) => ({
    kind: 'sync',
    name: bundle.syncName ?? name,
    ...(bundle.generator === undefined && store ? storeFor(site, store, namespace) : { stores: [] }),
    refreshPolicy: bundle.refreshPolicy ?? 'Periodic',
    refreshInterval: canonicalDuration(bundle.refreshInterval ?? refreshInterval ?? '1h'),
    creationPolicy: bundle.creationPolicy ?? 'Owner',
    deletionPolicy: bundle.deletionPolicy ?? 'Retain',
    operatorVersion: site.clusters[0]?.operator.version ?? '',
    ...syncWaveOf(site),
    ...(bundle.patch && { patch: JSON.parse(JSON.stringify(bundle.patch)) as Record<string, unknown> }),
    ...(selector && {
      clusterSync: {
        name: bundle.clusterSyncName ?? clusterSyncName(site.catalogue.system, site.environment.name, name),
        namespaceSelector: selector,
        refreshTime: RECHECKED,
      },
    }),
  });
}

function finalName(name: string, source: PlannedBundle['source'], type: string): string {
  if (source.kind === 'sync' || !source.nameSuffixHash) return name;
  return `${name}-${kustomizeNameHash({ name, type, data: source.data })}`;
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
    reportNoEntry(site, at, everything, entries);
  }
  return entry;
}

function checkBundle(site: Site, name: string, bundle: BundleInput): void {
  const { report, catalogue } = site;
  const at = { file: site.files.catalogue, field: `bundles.${name}` };
  const ways = [bundle.everything, bundle.find, bundle.generator, bundle.all ?? bundle.keys ?? bundle.templateFrom];
  if (ways.filter((way) => way !== undefined).length > 1) {
    report({
      kind: 'value',
      ...at,
      expected: 'one of `everything`, `find`, `generator`, or `all`, `keys` and `templateFrom`',
      allowed: [],
    });
  }
  if (bundle.rewrite && (bundle.all ?? bundle.keys ?? bundle.templateFrom)) {
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
