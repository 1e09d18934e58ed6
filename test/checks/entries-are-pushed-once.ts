import { secretsManager } from '../../lib/model';
import { type Case, cluster, environments, together } from './cases';
import { PUSH, pushing } from './pushes';

const CATALOGUE = 'environments/shop/catalogue.ts';
const named = secretsManager({ entryName: '{entry}' });
const green = cluster({
  name: 'green',
  oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30756',
});
const stores = { store: { name: '{system}', identity: { kind: 'irsa' as const, serviceAccount: '{system}' } } };

export const cases: Case[] = [
  ['one push', pushing()],
  [
    'two to two entries',
    pushing({}, undefined, {
      entries: { app: { fields: { TOKEN: {} } }, a: { fields: { X: {} } }, b: { fields: { X: {} } } },
      pushes: { a: { entry: 'a' }, b: { entry: 'b' } },
    }),
  ],
  [
    'two to one',
    pushing({}, undefined, { pushes: { made: { entry: 'kept' }, more: { entry: 'kept' } } }),
    `${CATALOGUE} pushes.more.entry`,
  ],
  ['two clusters', pushing({}, undefined, { environment: { clusters: [cluster(), green] } }), PUSH],
  [
    'two environments with one name for it',
    environments(pushing({ namespace: '{environment}' }, { name: 'kept', fields: { TOKEN: {} } }), {
      one: {},
      two: { cluster: green },
    }),
    `${PUSH}.entry`,
  ],
  [
    'one that another system has a stack for',
    together(pushing({}, undefined, { environment: { backend: named, ...stores } }), {
      system: 'blog',
      entries: { kept: { fields: { TOKEN: {} } } },
      bundles: { 'blog-secrets': { all: ['kept'] } },
      environment: { backend: named, ...stores },
    }),
    `${PUSH}.entry`,
  ],
];
