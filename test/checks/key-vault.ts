import {
  azureKeyVault,
  type EnvironmentInput,
  type ProviderOptions,
  provider,
  workloadIdentity,
} from '../../lib/model';
import type { Sample } from '../sample';

const UUID = '22222222-3333-4444-5555-666666666666';

/** The smallest system on Azure Key Vault. */
export const onKeyVault = (
  sample: Sample,
  environment: Partial<EnvironmentInput> = {},
  backend: Partial<Parameters<typeof azureKeyVault>[0]> = {},
  clientId = UUID,
): Sample => ({
  ...sample,
  environment: {
    backend: azureKeyVault({ vaultUrl: 'https://shop-kv.vault.azure.net', tenantId: UUID, ...backend }),
    store: { identity: workloadIdentity({ clientId }) },
    ...environment,
  },
});

/** The smallest system on another backend that keeps a secret for each field. */
export const withValues = (sample: Sample, options: ProviderOptions = {}): Sample => ({
  ...sample,
  environment: {
    backend: provider(
      'doppler',
      { auth: { secretRef: { dopplerToken: { name: 'doppler', key: 'token' } } } },
      { holds: 'values', ...options },
    ),
  },
});
