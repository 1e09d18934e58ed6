import type { PlannedProvider } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const storesReadWhereTheirEntriesAre: PlanCheck = {
  code: 'stores-read-where-their-entries-are',
  severity: 'error',
  summary: 'A ClusterSecretStore reads the backend of the entries that are read through it.',
  *run(plan, at) {
    const stores = new Map(plan.stores.map((store) => [store.id, store]));
    const backends = new Map(plan.backends.map((backend) => [backend.id, backend]));
    const seen = new Set<string>();
    for (const { keeper, source } of plan.bundles) {
      if (source.kind !== 'sync' || source.storeRef?.kind !== 'ClusterSecretStore') continue;
      for (const id of source.stores) {
        if (seen.has(`${keeper} ${id}`)) continue;
        seen.add(`${keeper} ${id}`);
        const [store, backend] = [stores.get(id), backends.get(keeper)];
        const provider = backend?.provider;
        if (!store || !provider || JSON.stringify(store.provider) === JSON.stringify(provider)) continue;
        yield {
          path: backend.saidBy ? at.backend(keeper, '') : at.environment(backend.home, 'store.name'),
          message: `${quoted(store.name)} reads ${placeOf(store.provider)}, and the entries are in ${placeOf(provider)}`,
          mend: 'use a SecretStore, or a store of the cluster that reads there',
        };
      }
    }
  },
};

// --- internal ---

function placeOf(provider: PlannedProvider): string {
  if (provider.kind === 'vault') return `Vault at ${provider.server}, mount ${provider.mount}`;
  if (provider.kind === 'provider') return provider.name;
  if (provider.kind === 'azureKeyVault') return `Key Vault ${provider.vaultUrl}`;
  const { account, region, endpoint } = provider;
  return [`${provider.kind}() in`, account, region, endpoint && `at ${endpoint}`].filter(Boolean).join(' ');
}
