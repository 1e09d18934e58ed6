import type { Case } from './cases';

const resources = (resources: object) => ({ cluster: { operator: { resources } } });
const PLACE = 'environments/shop/production.ts cluster.operator.resources.requests';

export const cases: Case[] = [
  ['less than the limit', resources({ requests: { cpu: '50m', memory: '64Mi' }, limits: { cpu: '1', memory: '1G' } })],
  ['as much, written differently', resources({ requests: { cpu: '1000m' }, limits: { cpu: '1' } })],
  ['with an exponent', resources({ requests: { memory: '1e6' }, limits: { memory: '1M' } })],
  ['no limit', resources({ requests: { memory: '64Gi' }, limits: { cpu: '1' } })],
  ['more than the limit', resources({ requests: { memory: '1Gi' }, limits: { memory: '1G' } }), `${PLACE}.memory`],
  [
    'more than the limit by far',
    resources({ requests: { memory: '1Ei' }, limits: { memory: '1E' } }),
    `${PLACE}.memory`,
  ],
  ['cores instead of thousandths', resources({ requests: { cpu: '50' }, limits: { cpu: '500m' } }), `${PLACE}.cpu`],
];
