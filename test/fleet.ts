import {
  argocd,
  type Catalogue,
  defineProject,
  eksCluster,
  embedded,
  flux,
  irsa,
  type Project,
  secretsManager,
} from '../lib/model';

const fleet = argocd({ name: 'fleet', repoURL: 'https://git.example.com/platform/secrets.git' });

const blue = eksCluster({
  name: 'blue',
  account: '123456789012',
  region: 'eu-west-1',
  oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30755',
  operator: { version: '0.20.4', replicas: 2 },
  gitops: fleet,
  stores: { shared: { identity: irsa({ serviceAccount: 'reader' }) } },
});

const green = eksCluster({
  name: 'green',
  account: '123456789012',
  region: 'eu-west-1',
  oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30766',
  operator: { version: '0.20.4' },
  gitops: fleet,
  destination: { server: 'https://green.example.com' },
  stores: { shared: { identity: irsa({ serviceAccount: 'reader' }) } },
});

const edge = eksCluster({
  name: 'edge',
  account: '123456789012',
  region: 'eu-west-1',
  oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30777',
  operator: { version: '0.20.4' },
  gitops: flux({ name: 'secrets', sourceRef: { name: 'flux-system' }, interval: '5m' }),
  stores: { shared: { identity: irsa({ serviceAccount: 'reader' }) } },
});

const catalogue: Catalogue = {
  system: 'shop',
  environments: ['dev', 'staging', 'production', 'edge'],
  namespace: 'shop',
  entries: { app: { fields: { TOKEN: {} } } },
  bundles: { 'shop-secrets': { all: ['app'] } },
};

const shared = { kind: 'ClusterSecretStore', name: 'shared' } as const;
const values = { app: { TOKEN: 'placeholder' } };

/** A system in every way in which something can deploy it: by one Argo CD to two clusters, and by Flux to a third. */
export const fleetProject: Project = defineProject({
  systems: [
    {
      catalogue,
      environments: [
        { name: 'dev', tier: 'dev', cluster: blue, namespace: 'shop-dev', backend: embedded({ values }) },
        { name: 'staging', cluster: blue, namespace: 'shop-staging', backend: secretsManager() },
        {
          name: 'production',
          clusters: [blue, green],
          createNamespace: true,
          backend: secretsManager(),
          store: shared,
        },
        { name: 'edge', tier: 'production', cluster: edge, backend: secretsManager(), store: shared },
      ],
    },
  ],
});
