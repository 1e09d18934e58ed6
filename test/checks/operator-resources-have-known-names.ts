import type { Case } from './cases';

const resources = (resources: object) => ({ cluster: { operator: { resources } } });
const PLACE = 'environments/shop/production.ts cluster.operator.resources';

export const cases: Case[] = [
  ['what Kubernetes has', resources({ requests: { cpu: '50m', memory: '64Mi', 'ephemeral-storage': '1Gi' } })],
  ['huge pages', resources({ limits: { 'hugepages-2Mi': '80Mi' } })],
  ['of a device plugin', resources({ limits: { 'example.com/dongle': '1' } })],
  ['a misspelt one', resources({ requests: { memroy: '1Gi' } }), `${PLACE}.requests.memroy`],
  [
    'other cases, and no size',
    resources({ limits: { CPU: '1', hugepages: '2Mi' } }),
    `${PLACE}.limits.CPU`,
    `${PLACE}.limits.hugepages`,
  ],
];
