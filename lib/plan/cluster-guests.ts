import type { NamespaceSelector, PlannedBundle, PlannedPush, PlannedStore, PlannedSync } from '../model';
import { distinctSelectors } from './targets';

/** Whom a cluster store lets in. */
export type OpenTo = Pick<PlannedStore, 'conditions' | 'namespaceSelectors'>;

/** Whom each cluster store lets in: those that read or push through it, and nobody else. */
export function guestsByStore(
  bundles: readonly PlannedBundle[],
  pushes: readonly PlannedPush[],
): ReadonlyMap<string, OpenTo> {
  const guests = new Map<string, Guest[]>();
  for (const guest of [...bundles.flatMap(guestOf), ...pushes]) {
    if (guest.storeRef?.kind !== 'ClusterSecretStore') continue;
    for (const store of guest.stores) guests.set(store, [...(guests.get(store) ?? []), guest]);
  }
  return new Map([...guests].map(([store, own]) => [store, openTo(own)]));
}

// --- internal ---

/** What goes through a store, from a namespace or from those that are selected. */
interface Guest extends Pick<PlannedSync, 'storeRef' | 'stores'> {
  readonly namespace?: string;
  readonly selector?: NamespaceSelector;
}

function guestOf({ source, namespace }: PlannedBundle): Guest[] {
  if (source.kind !== 'sync') return [];
  const { storeRef, stores, clusterSync } = source;
  return [
    {
      ...(storeRef && { storeRef }),
      stores,
      ...(namespace !== undefined && { namespace }),
      ...(clusterSync && { selector: clusterSync.namespaceSelector }),
    },
  ];
}

const openTo = (guests: readonly Guest[]): OpenTo => ({
  conditions: [...new Set(guests.flatMap(({ namespace }) => namespace ?? []))].sort(),
  namespaceSelectors: distinctSelectors(guests.flatMap(({ selector }) => selector ?? [])),
});
