import type { Case } from './cases';

const PLACE = 'environments/shop/catalogue.ts bundles.a.consumers';

const reading = (name: string, more: object = {}) => ({
  bundles: { a: { all: ['app'], consumers: [{ kind: 'Deployment' as const, name, env: ['TOKEN'], ...more }] } },
});

export const cases: Case[] = [
  ['the name of the workload', reading('web')],
  ['a container of its own', reading('shop.web', { container: 'web' })],
  ['a workload with a dot that reads no variable', reading('shop.web', { env: [] })],
  ['a workload with a dot', reading('shop.web'), PLACE],
  ['upper case', reading('web', { container: 'Web' }), PLACE],
  ['a workload that nobody can call so', reading('Web'), ['object-names-are-dns-subdomains', PLACE]],
];
