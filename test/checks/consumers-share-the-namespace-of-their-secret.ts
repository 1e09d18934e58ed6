import type { Case } from './cases';

const consumed = (namespace: string, by: string) => ({
  bundles: {
    a: { all: ['app'], namespace, consumers: [{ kind: 'Deployment' as const, name: 'auth', namespace: by }] },
  },
});

export const cases: Case[] = [
  ['the same namespace', consumed('shop', 'shop')],
  ['another one', consumed('nova-staging', 'nova-auth'), 'environments/shop/catalogue.ts bundles.a.consumers'],
];
