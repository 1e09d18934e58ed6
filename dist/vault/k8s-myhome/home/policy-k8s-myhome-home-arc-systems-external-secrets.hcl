# Made by keywright from environments/. Change that and run `keywright synth`.
#   vault policy write k8s-myhome-home-arc-systems-external-secrets policy-k8s-myhome-home-arc-systems-external-secrets.hcl
#   vault write auth/kubernetes/role/k8s-myhome-home-arc-systems-external-secrets @role-k8s-myhome-home-arc-systems-external-secrets.json

path "kvv2/data/k8s-myhome/github/app_id" {
  capabilities = ["read"]
}

path "kvv2/data/k8s-myhome/github/app_private_key" {
  capabilities = ["read"]
}

path "kvv2/data/k8s-myhome/github/token" {
  capabilities = ["read"]
}

# its own token: the operator checks it first and gives it back at the end
path "auth/token/lookup-self" {
  capabilities = ["read"]
}

path "auth/token/revoke-self" {
  capabilities = ["update"]
}
