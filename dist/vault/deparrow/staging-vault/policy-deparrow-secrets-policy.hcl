path "secret/data/deparrow/staging-vault/database" {
  capabilities = ["read"]
}

path "secret/data/deparrow/staging-vault/redis" {
  capabilities = ["read"]
}

path "secret/data/deparrow/staging-vault/secrets" {
  capabilities = ["read"]
}
