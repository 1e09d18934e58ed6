import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const azureIdsAreUuids: PlanCheck = {
  code: 'azure-ids-are-uuids',
  severity: 'error',
  summary: 'The tenant of a Key Vault and the client id of its reader are UUIDs.',
  *run(plan, at) {
    const accounts = new Map(plan.serviceAccounts.map((account) => [account.id, account]));
    for (const store of plan.stores) {
      const { provider, identity, home } = store;
      if (provider.kind !== 'azureKeyVault') continue;
      if (!isUuid(provider.tenantId)) {
        yield {
          path: at.backendOf(store, 'tenantId'),
          message: `${quoted(provider.tenantId)} is not a tenant: a UUID`,
          mend: 'write what `az account show --query tenantId` prints',
        };
      }
      if (identity.kind !== 'workloadIdentity') continue;
      const account = accounts.get(`${home}/${identity.namespace}/${identity.serviceAccount}`);
      const clientId = account?.annotations['azure.workload.identity/client-id'] ?? '';
      if (!isUuid(clientId)) {
        yield {
          path: at.store(store, 'identity.clientId'),
          message: `${quoted(clientId)} is not the client id of a managed identity: a UUID`,
          mend: 'write what `az identity show --name NAME --resource-group GROUP --query clientId` prints',
        };
      }
    }
  },
};

// --- internal ---

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
