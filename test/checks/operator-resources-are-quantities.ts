import type { Case } from './cases';

const resources = (resources: object) => ({ cluster: { operator: { resources } } });
const PLACE = 'environments/shop/production.ts cluster.operator.resources';

export const cases: Case[] = [
  ['quantities', resources({ requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '1.5Gi', cpu: '2' } })],
  ['with an exponent', resources({ limits: { memory: '1e9' } })],
  ['bytes', resources({ limits: { memory: '128MB' } }), `${PLACE}.limits.memory`],
  ['less than nothing', resources({ requests: { cpu: '-1' } }), `${PLACE}.requests.cpu`],
  [
    'two of them',
    resources({ requests: { cpu: 'a bit', memory: '' } }),
    `${PLACE}.requests.cpu`,
    `${PLACE}.requests.memory`,
  ],
];
