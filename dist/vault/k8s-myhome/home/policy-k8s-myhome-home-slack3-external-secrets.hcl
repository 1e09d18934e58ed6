path "kvv2/data/k8s-myhome/applications/slack3/bot-token" {
  capabilities = ["read"]
}

path "kvv2/data/k8s-myhome/applications/slack3/signing-secret" {
  capabilities = ["read"]
}
