import type { Identity, IrsaIdentity, PlannedPush } from '../model';
import { planIdentity } from './identities';
import { DEFAULT_SERVICE_ACCOUNT, WRITER_SUFFIX } from './names';
import { planProvider } from './providers';
import type { Site } from './sites';
import { identityOf, type OwnedStore, ownerOf, storeFor } from './stores';

/**
 * The store that a push in a namespace writes through: one of its own, so that what reads goes on reading only. Where the
 * operator itself or an access key reads, there is nobody else to write.
 */
export function writerFor(site: Site, namespace: string): Pick<PlannedPush, 'storeRef' | 'stores'> {
  const { storeRef, stores } = storeFor(site, namespace);
  if (!storeRef) throw new Error(`${site.home} has no store for ${namespace}`);
  if (!hasWriters(identityOf(site))) return { storeRef, stores };
  const name = `${storeRef.name}${WRITER_SUFFIX}`;
  return { storeRef: { kind: 'SecretStore', name }, stores: [`${site.home}/${namespace}/${name}`] };
}

/** A SecretStore that writes, in each namespace that pushes. */
export function planPushStores(site: Site, pushes: readonly PlannedPush[]): OwnedStore[] {
  const { backend } = site.environment;
  const reader = identityOf(site);
  if (backend.kind === 'embedded' || !hasWriters(reader)) return [];
  const identity = writerOf(site, reader);
  const owner = ownerOf(site);
  const byId = new Map(pushes.map((push) => [push.stores[0]!, push]));
  return [...byId].map(
    ([
      id,
      {
        namespace,
        storeRef: { name },
      },
    ]) => ({
      store: {
        id,
        home: site.home,
        kind: 'SecretStore',
        name,
        namespace,
        provider: planProvider(backend, site.place),
        conditions: [],
        identity: planIdentity(identity, owner, { name, namespace }),
        operatorVersion: site.clusters[0]?.operator.version ?? '',
        labels: site.labels,
      },
      identity,
      owner,
      writes: true,
    }),
  );
}

// --- internal ---

/** Whether what writes can be somebody else than what reads. */
const hasWriters = (identity: Identity | undefined): identity is IrsaIdentity => identity?.kind === 'irsa';

/** The reader's role and ServiceAccount with other names. A cluster store's ServiceAccount is in another namespace. */
function writerOf(site: Site, { serviceAccount, role }: IrsaIdentity): IrsaIdentity {
  const own = site.environment.store?.kind === 'ClusterSecretStore' ? undefined : serviceAccount;
  return {
    kind: 'irsa',
    serviceAccount: `${own ?? DEFAULT_SERVICE_ACCOUNT}${WRITER_SUFFIX}`,
    ...(role && { role }),
  };
}
