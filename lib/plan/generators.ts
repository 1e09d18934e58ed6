import type { PlannedBundle, PlannedGenerator } from '../model';
import type { Site } from './sites';

/** The generators of a site: one in each namespace in which a bundle uses it. */
export function planGenerators(site: Site, bundles: readonly PlannedBundle[]): PlannedGenerator[] {
  const planned = new Map<string, PlannedGenerator>();
  for (const { generator, namespace, source } of bundles) {
    // One for selected namespaces is refused: a generator is of one namespace.
    if (!generator || source.kind !== 'sync' || namespace === undefined) continue;
    const { name, kind } = generator;
    const id = `${site.home}/${namespace}/${name}`;
    const spec = JSON.parse(JSON.stringify(site.catalogue.generators![name]!.spec)) as Record<string, unknown>;
    planned.set(id, { id, home: site.home, name, namespace, kind, spec, labels: site.labels });
  }
  return [...planned.values()];
}
