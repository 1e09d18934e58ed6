import type { Case } from './cases';
import { written } from './written';

const clusterStore = (conditions: object[]) =>
  written((draft) => {
    const spec = { conditions, provider: { aws: { region: 'eu-west-1', auth: { secretRef: {} } } } };
    const object = {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterSecretStore',
      metadata: { name: 'shared' },
      spec,
    };
    draft.others.push({ home: '_clusters/blue', object });
  });

export const cases: Case[] = [
  ['namespaces', clusterStore([{ namespaces: ['shop'] }])],
  ['labels of namespaces', clusterStore([{ namespaceSelector: { matchLabels: { team: 'shop' } } }])],
  ['no conditions', clusterStore([]), 'dist/kubernetes/_clusters/blue/_cluster/clustersecretstore-shared.yaml'],
];
