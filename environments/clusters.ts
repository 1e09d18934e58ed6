import { eksCluster, irsa, kubernetesCluster, prometheus } from 'keywright';

/** The newest operator whose source the end-to-end tests can build. */
const version = '0.20.4';

export const novaStaging = eksCluster({
  name: 'nova-staging',
  account: '111122223333',
  region: 'us-west-2',
  oidcIssuer: 'https://oidc.eks.us-west-2.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30711',
  operator: { version, namespace: 'external-secrets-system' },
});

export const novaProduction = eksCluster({
  name: 'nova-production',
  account: '444455556666',
  region: 'us-west-2',
  oidcIssuer: 'https://oidc.eks.us-west-2.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30722',
  operator: { version, namespace: 'external-secrets-system' },
});

export const deparrowStaging = eksCluster({
  name: 'deparrow-staging',
  account: '123456789012',
  region: 'us-east-1',
  oidcIssuer: 'https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30733',
  operator: { version },
});

export const deparrowProduction = eksCluster({
  name: 'deparrow-production',
  account: '210987654321',
  region: 'us-east-1',
  oidcIssuer: 'https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30744',
  operator: { version, replicas: 2 },
});

/** A cluster on AKS: the issuer is what `az aks show --query oidcIssuerProfile.issuerUrl` prints. */
export const deparrowAzure = kubernetesCluster({
  name: 'deparrow-azure',
  oidcIssuer:
    'https://westeurope.oic.prod-aks.azure.com/11111111-2222-3333-4444-555555555555/66666666-7777-8888-9999-000000000000/',
  operator: { version },
});

/** A cluster outside AWS that reads from Vault. */
export const deparrowVault = kubernetesCluster({ name: 'deparrow-vault', operator: { version } });

const zioLuceneStores = {
  'aws-secretsmanager': { identity: irsa({ role: { name: 'external-secrets-irsa' } }) },
};

export const zioLuceneDev = eksCluster({
  name: 'zio-lucene-dev',
  account: '222233334444',
  region: 'us-east-1',
  oidcIssuer: 'https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30766',
  operator: { version },
  stores: zioLuceneStores,
});

export const zioLuceneProduction = eksCluster({
  name: 'zio-lucene-production',
  account: '333344445555',
  region: 'us-east-1',
  oidcIssuer: 'https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30777',
  operator: { version },
  stores: zioLuceneStores,
});

/** k3d on a laptop, with LocalStack beside it. */
export const zioLuceneLocal = kubernetesCluster({ name: 'zio-lucene-local', operator: { version } });

export const tutorial = eksCluster({
  name: 'tutorial',
  account: '123456789012',
  region: 'us-east-1',
  oidcIssuer: 'https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30788',
  operator: { version },
});

export const myHome = kubernetesCluster({
  name: 'myhome',
  operator: { version, namespace: 'external-secrets-system' },
  monitoring: prometheus({
    labels: { release: 'kube-prometheus-stack' },
    runbooks: 'https://git.example.com/k8s-myhome/blob/main/docs/alerts.md',
    // its document looks at the last five minutes
    thresholds: { notReadyFor: '5m' },
  }),
});
