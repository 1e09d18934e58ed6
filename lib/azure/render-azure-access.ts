import type { OutputFile, Plan, PlannedAzureIdentity } from '../model';

/**
 * What Azure must know of a plan: for each reader a Bicep file with its managed identity, whom that trusts and what it
 * may read. Sorted by path.
 * @see https://learn.microsoft.com/azure/azure-resource-manager/bicep/
 */
export function renderAzureAccess({ azureIdentities }: Pick<Plan, 'azureIdentities'>): OutputFile[] {
  const files = azureIdentities.map((identity) => ({
    path: `azure/${identity.home}/access-${identity.name}.bicep`,
    text: bicepOf(identity),
  }));
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

// --- internal ---

const bicepOf = (identity: PlannedAzureIdentity): string =>
  [head(identity), ...identity.federatedCredentials.map(credential), GRANTS].join('\n');

/** The secrets must exist: a role is assigned on what is there. */
const head = ({ name, vaultName, secrets, tags }: PlannedAzureIdentity): string => `\
// Made by keywright from environments/. Change that and run \`keywright synth\`.
//   az deployment group create --resource-group GROUP --template-file access-${name}.bicep
// GROUP is that of the Key Vault, which is in RBAC mode and holds the secrets below.

param location string = resourceGroup().location

var secretNames = [
${secrets.map((secret) => `  ${text(secret)}\n`).join('')}]

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security#key-vault-secrets-user
var keyVaultSecretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: ${text(vaultName)}
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: ${text(name)}
  location: location
  tags: {
${Object.entries(tags)
  .map(([key, value]) => `    ${text(key.replaceAll('/', '-'))}: ${text(value)}\n`)
  .join('')}  }
}
`;

const credentialAt = (at: number): string => `credential${at === 0 ? '' : at + 1}`;

/**
 * One after the other: Azure refuses two that are written to one identity at a time.
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
function credential(
  { name, issuer, subject }: PlannedAzureIdentity['federatedCredentials'][number],
  at: number,
): string {
  return `\
resource ${credentialAt(at)} 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: identity
  name: ${text(name)}
${at === 0 ? '' : `  dependsOn: [\n    ${credentialAt(at - 1)}\n  ]\n`}  properties: {
    issuer: ${text(issuer)}
    subject: ${text(subject)}
    audiences: [
      'api://AzureADTokenExchange'
    ]
  }
}
`;
}

const GRANTS = `\
resource secrets 'Microsoft.KeyVault/vaults/secrets@2023-07-01' existing = [
  for name in secretNames: {
    parent: vault
    name: name
  }
]

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, at) in secretNames: {
    scope: secrets[at]
    name: guid(secrets[at].id, identity.id, keyVaultSecretsUser)
    properties: {
      principalId: identity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: keyVaultSecretsUser
    }
  }
]

output clientId string = identity.properties.clientId
`;

/** @see https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#strings */
const text = (value: string): string =>
  `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\$\{/g, '\\${')}'`;
