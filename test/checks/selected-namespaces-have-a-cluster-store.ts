import { embedded, irsa } from '../../lib/model';
import { selected } from '../selected';
import { type Case, environments } from './cases';

const dev = { tier: 'dev', backend: embedded({ values: { app: { TOKEN: 'placeholder' } } }), store: {} } as const;
const store = { identity: irsa() };

export const cases: Case[] = [
  ['a store of the cluster', selected()],
  ['a SecretStore', { ...selected(), environment: { store } }, 'environments/shop/production.ts store'],
  [
    'a SecretStore in an environment that names the namespaces',
    { ...selected(), environment: { store, bundles: { app: { namespace: ['one', 'two'] } } } },
  ],
  [
    'no store, where values are in the repository and the environment names the namespaces',
    environments(selected(), { dev: { ...dev, bundles: { app: { namespace: 'one' } } } }),
  ],
  [
    'no store and no namespaces',
    environments(selected(), { dev }),
    ['values-are-of-their-kind', 'environments/shop/dev.ts bundles.app.namespace'],
  ],
];
