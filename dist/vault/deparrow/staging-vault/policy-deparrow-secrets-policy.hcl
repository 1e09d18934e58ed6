# Made by keywright from environments/. Change that and run `keywright synth`.
#   vault policy write deparrow-secrets-policy policy-deparrow-secrets-policy.hcl
#   vault write auth/kubernetes/role/deparrow-secrets @role-deparrow-secrets.json

path "secret/data/deparrow/staging-vault/database" {
  capabilities = ["read"]
}

path "secret/data/deparrow/staging-vault/redis" {
  capabilities = ["read"]
}

path "secret/data/deparrow/staging-vault/secrets" {
  capabilities = ["read"]
}

# its own token: the operator checks it first and gives it back at the end
path "auth/token/lookup-self" {
  capabilities = ["read"]
}

path "auth/token/revoke-self" {
  capabilities = ["update"]
}
