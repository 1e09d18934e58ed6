import type { Case } from './cases';
import { watched } from './monitoring';

const PLACE = 'environments/shop/production.ts cluster.operator.values.serviceMonitor';
const VALUES = 'environments/shop/production.ts cluster.operator.values';
const args = { extraArgs: { 'metrics-addr': ':0' } };
const secure = { metrics: { listen: { secure: { enabled: true } } } };
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
  ['an argument that the chart has itself', watched({}, { values: args }), `${VALUES}.extraArgs.metrics-addr`],
  [
    'an argument that the chart has itself, and something else that scrapes',
    watched({ metricsService: false }, { values: args }),
    `${VALUES}.extraArgs.metrics-addr`,
  ],
  [
    'another port, and another one of the Service',
    watched({}, { values: { metrics: { listen: { port: 9090 }, service: { port: 80 } } } }),
  ],
  ['metrics behind TLS', watched({}, { values: secure }), `${VALUES}.metrics.listen.secure.enabled`],
  ['metrics behind TLS, and something else that scrapes', watched({ metricsService: false }, { values: secure })],
  ['no labels', of({ additionalLabels: null }), `${PLACE}.additionalLabels`],
];
