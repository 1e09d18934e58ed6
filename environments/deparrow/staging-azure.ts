import { azureKeyVault, defineEnvironment, workloadIdentity } from 'keywright';
import { deparrowAzure } from '../clusters';
import { catalogue } from './catalogue';

export const stagingAzure = defineEnvironment(catalogue, {
  name: 'staging-azure',
  tier: 'staging',
  createNamespace: true,
  cluster: deparrowAzure,
  backend: azureKeyVault({
    vaultUrl: 'https://deparrow-kv.vault.azure.net',
    tenantId: '11111111-2222-3333-4444-555555555555',
  }),
  store: {
    name: 'deparrow-secretstore',
    identity: workloadIdentity({
      clientId: '22222222-3333-4444-5555-666666666666',
      serviceAccount: 'deparrow-external-secrets-sa',
      managedIdentity: 'deparrow-secrets-identity',
    }),
  },
  entries: {
    // its document's names: DEPARROW-JWT-SECRET
    secrets: { name: '{field}', without: ['ANTHROPIC_API_KEY', 'OPENAI_API_KEY', 'POSTGRES_REPLICATION_PASSWORD'] },
  },
});
