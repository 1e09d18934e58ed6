import type { Identity, IrsaIdentity, PlannedPush } from '../model';
import { defaultServiceAccount } from './identities';
import type { Keeper } from './keepers';
import { WRITER_SUFFIX } from './names';
import type { Site } from './sites';
import { identityOf, type OwnedStore, planStore, storeFor } from './stores';

/**
 * The store that a push in a namespace writes through: one of its own, so that what reads goes on reading only. Where the
 * operator itself or an access key reads, there is nobody else to write. None for what stands in the repository.
 */
export function writerFor(
  site: Site,
  keeper: Keeper,
  namespace: string,
): Pick<PlannedPush, 'storeRef' | 'stores'> | undefined {
  const { store } = keeper;
  if (!store) return undefined;
  const isOwn = hasWriters(identityOf(site, keeper));
  return storeFor(site, isOwn ? { kind: 'SecretStore', name: writerName(store) } : store, namespace);
}

/** A SecretStore that writes, for each backend and in each namespace that pushes to it. */
export function planPushStores(site: Site, pushes: readonly PlannedPush[]): OwnedStore[] {
  return site.keepers.all.flatMap((keeper) => {
    const { backend, store, apart } = keeper;
    const reader = identityOf(site, keeper);
    if (backend.kind === 'embedded' || !store || !hasWriters(reader)) return [];
    const isOfCluster = store.kind === 'ClusterSecretStore';
    const own = pushes.filter((push) => push.keeper === keeper.id);
    return [...new Set(own.map(({ namespace }) => namespace))].map((namespace) => {
      const named = { name: writerName(store), namespace, beside: store.name };
      return planStore(site, keeper, named, backend, writerOf(reader, isOfCluster, apart));
    });
  });
}

// --- internal ---

/** Whether what writes can be somebody else than what reads. */
const hasWriters = (identity: Identity | undefined): identity is IrsaIdentity => identity?.kind === 'irsa';

const writerName = ({ name }: { readonly name: string }): string => `${name}${WRITER_SUFFIX}`;

/** The reader's role and ServiceAccount with other names. A cluster store's ServiceAccount is in another namespace. */
function writerOf(
  { serviceAccount, role }: IrsaIdentity,
  isOfCluster: boolean,
  apart: string | undefined,
): IrsaIdentity {
  const own = isOfCluster ? undefined : serviceAccount;
  return {
    kind: 'irsa',
    serviceAccount: `${own ?? defaultServiceAccount(apart)}${WRITER_SUFFIX}`,
    ...(role && { role }),
  };
}
