import { embedded } from '../../lib/model';
import { selected } from '../selected';
import { type Case, cluster, environments, together } from './cases';

const two = (said: object, other: object = {}) => ({
  bundles: {
    a: { all: ['app'], syncName: 'a', secretName: 'tokens', ...other },
    b: { all: ['app'], secretName: 'tokens', ...said },
  },
});
const dev = embedded({ values: { app: { TOKEN: 'placeholder' } } });
const stores = { store: { name: '{system}', identity: { kind: 'irsa' as const } } };

export const cases: Case[] = [
  ['two names', two({ secretName: 'others' })],
  ['two namespaces', two({ namespace: 'other' })],
  ['one that adds to the Secret of another', two({ creationPolicy: 'Merge' })],
  ['two systems in dev, each for itself', environments({}, { dev: { tier: 'dev', backend: dev } })],
  ['two bundles', two({}), 'environments/shop/catalogue.ts bundles.b.secretName'],
  [
    'two systems',
    together({ environment: stores }, { system: 'blog', namespace: 'shop', environment: stores }),
    'environments/shop/catalogue.ts bundles.shop-secrets.secretName',
  ],
  [
    'two environments in the namespaces of one selector',
    environments(selected(), { one: {}, two: {} }),
    'environments/shop/catalogue.ts bundles.app.namespaceSelector',
  ],
  [
    'two environments in the namespaces of two selectors',
    environments(selected({ namespaceSelector: { matchLabels: { stage: '{environment}' } } }), { one: {}, two: {} }),
  ],
  ['two environments in one namespace', environments({}, { one: {}, two: {} }), 'environments/shop/two.ts namespace'],
  [
    'two environments on two clusters',
    environments({}, { one: {}, two: { cluster: cluster({ name: 'green', oidcIssuer: 'oidc.example.com/2' }) } }),
  ],
];
