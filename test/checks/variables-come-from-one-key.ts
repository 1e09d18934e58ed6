import { type Case, environments } from './cases';

const CATALOGUE = 'environments/shop/catalogue.ts';
const web = { kind: 'Deployment', name: 'web' } as const;
const entries = { app: { fields: { TOKEN: {}, OTHER: {} } } };

const reading = (...consumers: readonly object[]) => ({
  entries,
  bundles: Object.fromEntries(
    consumers.map((consumer, at) => [`b${at}`, { all: ['app'], consumers: [{ ...web, ...consumer }] }]),
  ),
});

export const cases: Case[] = [
  ['two keys of two bundles', reading({ env: ['TOKEN'] }, { env: ['OTHER'] })],
  ['one key under two names', reading({ env: ['TOKEN'] }, { env: { SECOND: 'TOKEN' } })],
  ['one name in two containers', reading({ env: ['TOKEN'] }, { env: ['TOKEN'], container: 'sidecar' })],
  ['one name in two workloads', reading({ env: ['TOKEN'] }, { env: ['TOKEN'], name: 'jobs' })],
  ['one name of two bundles', reading({ env: ['TOKEN'] }, { env: ['TOKEN'] }), `${CATALOGUE} bundles.b1.consumers`],
  [
    'one name of two keys',
    {
      entries,
      bundles: {
        b: {
          all: ['app'],
          consumers: [
            { ...web, env: ['TOKEN'] },
            { ...web, env: { TOKEN: 'OTHER' } },
          ],
        },
      },
    },
    `${CATALOGUE} bundles.b.consumers`,
  ],
  [
    'a workload in two environments',
    environments(reading({ env: ['TOKEN'] }), { staging: { namespace: 'staging' }, production: {} }),
  ],
];
