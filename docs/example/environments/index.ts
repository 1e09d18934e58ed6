import {
  defineCatalogue,
  defineEnvironment,
  defineProject,
  defineSystem,
  eksCluster,
  embedded,
  secretsManager,
} from 'keywright';

const catalogue = defineCatalogue({
  system: 'shop',
  environments: ['dev', 'production'],
  namespace: 'shop',
  entries: { database: { fields: { password: { generate: { length: 32 } } } } },
  bundles: { 'shop-secrets': { keys: { DB_PASSWORD: 'database.password' } } },
});

const dev = defineEnvironment(catalogue, {
  name: 'dev',
  backend: embedded({ values: { database: { password: 'dev-password' } } }),
});

const production = defineEnvironment(catalogue, {
  name: 'production',
  cluster: eksCluster({
    name: 'shop',
    account: '123456789012',
    region: 'eu-west-1',
    oidcIssuer: 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30799',
  }),
  backend: secretsManager(),
});

export default defineProject({ systems: [defineSystem({ catalogue, environments: [dev, production] })] });
