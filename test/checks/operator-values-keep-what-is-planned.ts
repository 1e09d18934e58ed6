import { type ClusterInput, irsa, type OperatorInput, secretsManager, staticCredentials } from '../../lib/model';
import type { Case } from './cases';
import { watched } from './monitoring';

const PLACE = 'environments/shop/production.ts cluster.operator.values';
const operator = (operator: OperatorInput) => ({ cluster: { operator } });

/** A cluster store as which the operator itself reads. */
const reader = (values: Readonly<Record<string, unknown>>) => {
  const cluster: Partial<ClusterInput> = { operator: { values }, stores: { shared: { identity: irsa() } } };
  return { cluster, environment: { store: { kind: 'ClusterSecretStore', name: 'shared' } } } as const;
};

const emulated = (values: Readonly<Record<string, unknown>>) => ({
  cluster: { operator: { values } },
  environment: {
    backend: secretsManager({ endpoint: 'http://localstack:4566' }),
    store: { identity: staticCredentials({ secretName: 'aws' }) },
  },
});
const DASHBOARD = { grafanaDashboard: { enabled: true } };
const POLICIES = ['external-secrets', 'external-secrets-webhook', 'external-secrets-cert-controller'].map((name) => ({
  kind: 'NetworkPolicy',
  metadata: { name },
}));
const STS = { name: 'AWS_STS_ENDPOINT', value: 'http://localstack:4566' };
const SECRETS = { name: 'AWS_SECRETSMANAGER_ENDPOINT', value: 'http://localstack:4566' };

export const cases: Case[] = [
  ['a dashboard of the chart', operator({ values: DASHBOARD })],
  ['a dashboard of the chart beside ours', watched({}, { values: DASHBOARD }), `${PLACE}.grafanaDashboard.enabled`],
  ['a dashboard of the chart beside one of another name', watched({ name: 'shop' }, { values: DASHBOARD })],
  ['a dashboard of the chart beside one elsewhere', watched({ namespace: 'grafana' }, { values: DASHBOARD })],
  ['a dashboard of the chart, and none of ours', watched({ grafana: false }, { values: DASHBOARD })],
  [
    'what nobody derives',
    operator({ values: { log: { level: 'debug' }, serviceAccount: { extraLabels: { a: 'b' } } } }),
  ],
  ['the planned name once more', operator({ serviceAccount: 'eso', values: { serviceAccount: { name: 'eso' } } })],
  ['another ServiceAccount', operator({ values: { serviceAccount: { name: 'eso' } } }), `${PLACE}.serviceAccount.name`],
  [
    'a ServiceAccount that the chart does not make, without its name',
    operator({ values: { serviceAccount: { create: false } } }),
    `${PLACE}.serviceAccount.name`,
  ],
  [
    'a ServiceAccount that the chart does not make',
    operator({ values: { serviceAccount: { create: false, name: 'external-secrets' } } }),
  ],
  [
    'other names',
    operator({ values: { fullnameOverride: 'eso', namespaceOverride: 'eso' } }),
    `${PLACE}.fullnameOverride`,
    `${PLACE}.namespaceOverride`,
  ],
  ['the role and more', reader({ serviceAccount: { annotations: { a: 'b' } } })],
  [
    'another role',
    reader({ serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': 'x' } } }),
    `${PLACE}.serviceAccount.annotations`,
  ],
  [
    'no ServiceAccount for the role',
    reader({ serviceAccount: { create: false, name: 'external-secrets' } }),
    `${PLACE}.serviceAccount.create`,
  ],
  ['more variables', emulated({ extraEnv: [SECRETS, STS, { name: 'HTTPS_PROXY', value: 'http://proxy' }] })],
  ['other variables', emulated({ extraEnv: [SECRETS] }), `${PLACE}.extraEnv`],
  ['more objects', operator({ values: { extraObjects: [{ kind: 'ConfigMap' }] } })],
  [
    'other objects than its NetworkPolicies',
    operator({ networkPolicy: true, values: { extraObjects: [{ kind: 'ConfigMap' }] } }),
    `${PLACE}.extraObjects`,
  ],
  [
    'one of its NetworkPolicies only',
    operator({ networkPolicy: true, values: { extraObjects: [POLICIES[0]] } }),
    `${PLACE}.extraObjects`,
  ],
  [
    'its NetworkPolicies once more, and other objects',
    operator({ networkPolicy: true, values: { extraObjects: [...POLICIES, { kind: 'ConfigMap' }] } }),
  ],
  ['pods without a leader', operator({ replicas: 2, values: { leaderElect: false } }), `${PLACE}.leaderElect`],
];
