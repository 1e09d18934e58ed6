import type { Home, Plan } from '../../model';
import type { Places } from '../place';

/** Something that several homes could have on a cluster. */
interface Owned {
  readonly id: string;
  readonly home: Home;
  readonly name: string;
  readonly namespace?: string;
}

/**
 * What is twice on one cluster under one name. Two environments of one system also make the same Secrets, and
 * have a finding for that.
 */
export function* sharedObjects<Item extends Owned>(
  items: readonly Item[],
  plan: Plan,
  at: Places,
): Iterable<{ readonly item: Item; readonly earlier: Item; readonly cluster: string }> {
  const systems = new Map(plan.environments.map(({ id, system }) => [id, system]));
  const systemOf = (home: Home) => systems.get(home) ?? home;
  const seen = new Map<string, Item>();
  for (const item of items) {
    for (const cluster of at.clustersOf(item.home)) {
      const key = `${cluster}/${item.namespace ?? ''}/${item.name}`;
      const earlier = seen.get(key);
      if (!earlier) seen.set(key, item);
      else if (item.id === earlier.id) continue;
      else if (item.home === earlier.home || systemOf(item.home) !== systemOf(earlier.home)) {
        yield { item, earlier, cluster };
      }
    }
  }
}
