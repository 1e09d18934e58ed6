path "kvv2/data/k8s-myhome/harbor/admin-password" {
  capabilities = ["read"]
}

path "kvv2/data/k8s-myhome/harbor/ci-password" {
  capabilities = ["read"]
}

path "kvv2/data/k8s-myhome/harbor/database-password" {
  capabilities = ["read"]
}
