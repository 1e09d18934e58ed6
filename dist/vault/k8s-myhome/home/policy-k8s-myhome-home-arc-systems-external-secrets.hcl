path "kvv2/data/k8s-myhome/github/app_id" {
  capabilities = ["read"]
}

path "kvv2/data/k8s-myhome/github/app_private_key" {
  capabilities = ["read"]
}

path "kvv2/data/k8s-myhome/github/token" {
  capabilities = ["read"]
}
