import { type EnvironmentInput, podIdentity, secretsManager, staticCredentials, vault } from '../../lib/model';
import type { Case } from './cases';
import { onKeyVault } from './key-vault';
import { pushing } from './pushes';

const PLACE = 'environments/shop/production.ts cluster.operator.values';
const TOKENS = { rbac: { serviceAccountTokenCreate: false } };
const given = (values: Readonly<Record<string, unknown>>, environment: Partial<EnvironmentInput> = {}) => ({
  cluster: { operator: { values } },
  environment,
});

export const cases: Case[] = [
  ['other rights', given({ rbac: { aggregateToView: false, create: true, serviceAccountTokenCreate: true } })],
  ['no rights', given({ rbac: { create: false } }), `${PLACE}.rbac.create`],
  ['no tokens for IRSA', given(TOKENS), `${PLACE}.rbac.serviceAccountTokenCreate`],
  [
    'no tokens for Vault',
    given(TOKENS, { backend: vault({ server: 'https://vault.example.com:8200' }) }),
    `${PLACE}.rbac.serviceAccountTokenCreate`,
  ],
  ['no tokens for Azure', onKeyVault(given(TOKENS)), `${PLACE}.rbac.serviceAccountTokenCreate`],
  ['no tokens, and the identity of the operator', given(TOKENS, { store: { identity: podIdentity() } })],
  [
    'no tokens, and keys in a Secret',
    given(TOKENS, {
      backend: secretsManager({ endpoint: 'http://localstack:4566' }),
      store: { identity: staticCredentials({ secretName: 'aws' }) },
    }),
  ],
  ['definitions that nothing needs', given({ crds: { createPushSecret: false, createClusterSecretStore: false } })],
  ['no stores', given({ crds: { createSecretStore: false } }), `${PLACE}.crds.createSecretStore`],
  ['no pushes', pushing({}, undefined, given({ crds: { createPushSecret: false } })), `${PLACE}.crds.createPushSecret`],
  ['all definitions from elsewhere', given({ installCRDs: false })],
];
