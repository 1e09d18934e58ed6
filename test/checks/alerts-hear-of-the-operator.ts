import type { Case } from './cases';
import { watched } from './monitoring';

const PLACE = 'environments/shop/production.ts cluster.operator.values.serviceMonitor';
const of = (serviceMonitor: object) => watched({ labels: { release: 'a' } }, { values: { serviceMonitor } });

export const cases: Case[] = [
  ['what nobody derives', of({ interval: '10s', additionalLabels: { team: 'b' } })],
  ['no ServiceMonitor', of({ enabled: false }), `${PLACE}.enabled`],
  [
    'no ServiceMonitor, and something else that scrapes',
    watched({ metricsService: false }, { values: { serviceMonitor: { enabled: false } } }),
  ],
  ['the namespace of the operator in every metric', of({ honorLabels: false }), `${PLACE}.honorLabels`],
  ['one that is left out without a word', of({ renderMode: 'skipIfMissing' }), `${PLACE}.renderMode`],
  ['another namespace', of({ namespace: 'elsewhere' }), `${PLACE}.namespace`],
  ['other labels', of({ additionalLabels: { release: 'b' } }), `${PLACE}.additionalLabels`],
  ['no labels', of({ additionalLabels: null }), `${PLACE}.additionalLabels`],
];
