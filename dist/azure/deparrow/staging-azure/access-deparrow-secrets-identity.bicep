// Made by keywright from environments/. Change that and run `keywright synth`.
//   az deployment group create --resource-group GROUP --template-file access-deparrow-secrets-identity.bicep
// GROUP is that of the Key Vault, which is in RBAC mode and holds the secrets below.

param location string = resourceGroup().location

var secretNames = [
  'DEPARROW-JWT-SECRET'
  'DEPARROW-SECRET-KEY'
  'GRAFANA-ADMIN-PASSWORD'
  'GRAFANA-ADMIN-USER'
  'database-database'
  'database-password'
  'database-username'
  'redis-password'
]

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/security#key-vault-secrets-user
var keyVaultSecretsUser = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '4633458b-17de-408a-b874-0445c86b69e6'
)

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: 'deparrow-kv'
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'deparrow-secrets-identity'
  location: location
  tags: {
    'app.kubernetes.io-managed-by': 'keywright'
    'app.kubernetes.io-part-of': 'deparrow'
    'environment': 'staging-azure'
  }
}

resource credential 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: identity
  name: 'deparrow-azure'
  properties: {
    issuer: 'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000/'
    subject: 'system:serviceaccount:deparrow:deparrow-external-secrets-sa'
    audiences: [
      'api://AzureADTokenExchange'
    ]
  }
}

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
