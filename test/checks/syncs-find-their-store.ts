import { irsa } from '../../lib/model';
import type { Case } from './cases';
import { pushSecret } from './pushes';
import { type Draft, written } from './written';

const PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets';
const shared = { cluster: { stores: { shared: { identity: irsa({ serviceAccount: 'reader' }) } } } };

/** The sync reads through a store of the cluster, open to these namespaces. */
const throughCluster = (...namespaces: string[]) =>
  written((draft: Draft) => {
    draft.sync.spec.secretStoreRef = { kind: 'ClusterSecretStore', name: 'shared' };
    const spec = { conditions: [{ namespaces }], provider: { aws: { region: 'eu-west-1', auth: { secretRef: {} } } } };
    const object = {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterSecretStore',
      metadata: { name: 'shared' },
      spec,
    };
    draft.others.push({ home: '_clusters/blue', object });
  }, shared);

export const cases: Case[] = [
  ['a store in its namespace', written()],
  ['a store of the cluster that is open to it', throughCluster('shop')],
  ['a store of the cluster that is not', throughCluster('blog'), PLACE],
  ['a store of another namespace', written((draft) => (draft.store.metadata.namespace = 'default')), PLACE],
  ['a push to a store in its namespace', written((draft) => draft.others.push(pushSecret()))],
  [
    'a push to a store of another namespace',
    written((draft) => draft.others.push(pushSecret({ secretStoreRefs: [{ name: 'other' }] }))),
    'dist/kubernetes/shop/production/shop/pushsecret-made.yaml',
  ],
];
