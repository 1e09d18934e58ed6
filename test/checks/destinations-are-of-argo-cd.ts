import type { Case } from './cases';
import { edge, fleet, on } from './gitops';

const DESTINATION = 'environments/shop/production.ts cluster.destination';

export const cases: Case[] = [
  ['a name', on({ gitops: fleet(), destination: { name: 'blue' } })],
  ['a server', on({ gitops: fleet(), destination: { server: 'https://blue.example.com:6443' } })],
  ['of nothing', on({ destination: { name: 'blue' } }), DESTINATION],
  ['of Flux', on({ gitops: edge(), destination: { name: 'blue' } }), DESTINATION],
  ['a host', on({ gitops: fleet(), destination: { server: 'blue.example.com' } }), `${DESTINATION}.server`],
];
