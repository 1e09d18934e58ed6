import type { Case } from './cases';
import { MONITORING, watched } from './monitoring';

export const cases: Case[] = [
  ['what Helm calls a release', watched({ labels: { release: 'kube-prometheus-stack' } })],
  ['a name with a space', watched({ labels: { 'my release': 'a' } }), `${MONITORING}.labels.my release`],
  ['a value with a space', watched({ labels: { release: 'a b' } }), `${MONITORING}.labels.release`],
  ['those of the dashboard', watched({ grafana: { labels: { a: '1,2' } } }), `${MONITORING}.grafana.labels.a`],
  [
    'those of a Service',
    watched({ metricsService: { 'a/b/c': '' } }, { install: 'none' }),
    `${MONITORING}.metricsService.a/b/c`,
  ],
];
