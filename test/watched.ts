import {
  type Catalogue,
  defineProject,
  eksCluster,
  irsa,
  type Project,
  type PrometheusInput,
  prometheus,
  secretsManager,
} from '../lib/model';

const catalogue: Catalogue = {
  system: 'watched',
  environments: ['production'],
  namespace: 'watched',
  entries: {
    app: { fields: { TOKEN: {} } },
    gone: { fields: { TOKEN: {} }, owner: 'payments', expires: '2027-01-31' },
  },
  bundles: {
    app: { all: ['app'] },
    gone: { all: ['gone'] },
    slow: { all: ['app'], refreshInterval: '24h' },
  },
};

const spread: Catalogue = {
  system: 'spread',
  environments: ['production'],
  namespace: 'spread',
  entries: { app: { fields: { TOKEN: {} } } },
  bundles: { everywhere: { all: ['app'], namespaceSelector: { matchLabels: { 'example.com/spread': 'true' } } } },
};

const lost: Catalogue = {
  system: 'lost',
  environments: ['production'],
  namespace: 'lost',
  entries: { app: { fields: { TOKEN: {} } } },
  bundles: { lost: { all: ['app'] } },
};

const pushed: Catalogue = {
  system: 'pushed',
  environments: ['production'],
  namespace: 'pushed',
  entries: { kept: { fields: { TOKEN: {} } } },
  bundles: {},
  pushes: { kept: { entry: 'kept' } },
};

/** Everything that there is an alert for, in four systems on a cluster whose operator somebody else installs. */
export function watchedProject(said: PrometheusInput = {}): Project {
  const cluster = eksCluster({
    name: 'watched',
    account: '123456789012',
    region: 'eu-west-1',
    oidcIssuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30788',
    operator: { version: '0.20.4', install: 'none' },
    stores: { shared: { identity: irsa({ serviceAccount: 'reader' }) } },
    monitoring: prometheus(said),
  });
  const store = { kind: 'ClusterSecretStore', name: 'shared' } as const;
  const production = { name: 'production', cluster, backend: secretsManager() };
  return defineProject({
    systems: [
      { catalogue, environments: [production] },
      { catalogue: spread, environments: [{ ...production, store }] },
      { catalogue: lost, environments: [production] },
      { catalogue: pushed, environments: [production] },
    ],
  });
}
