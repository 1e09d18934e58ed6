import { selected } from '../selected';
import type { Case } from './cases';

const consumed = (namespace: string, by: string) => ({
  bundles: {
    a: { all: ['app'], namespace, consumers: [{ kind: 'Deployment' as const, name: 'auth', namespace: by }] },
  },
});

export const cases: Case[] = [
  ['the same namespace', consumed('shop', 'shop')],
  [
    'some of those that are selected',
    selected({
      consumers: [
        { kind: 'Deployment', name: 'one', namespace: 'one' },
        { kind: 'Deployment', name: 'two', namespace: 'two' },
      ],
    }),
  ],
  ['another one', consumed('nova-staging', 'nova-auth'), 'environments/shop/catalogue.ts bundles.a.consumers'],
];
