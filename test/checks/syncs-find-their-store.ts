import { SELECTOR, selected } from '../selected';
import type { Case } from './cases';
import { type Draft, written } from './written';

const PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets';

/** The sync reads through a store of the cluster, open to these. */
const throughCluster = (conditions: readonly object[], change: (draft: Draft) => void = () => {}) =>
  written((draft: Draft) => {
    draft.sync.spec.secretStoreRef = { kind: 'ClusterSecretStore', name: 'shared' };
    change(draft);
    const spec = { conditions, provider: { aws: { region: 'eu-west-1', auth: { secretRef: {} } } } };
    const object = {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterSecretStore',
      metadata: { name: 'shared' },
      spec,
    };
    draft.others.push({ home: '_clusters/blue', object });
  }, selected());

const NAMED = 'dist/kubernetes/shop/production/shop/externalsecret-shop-secrets.yaml';
const SELECTED = 'environments/shop/catalogue.ts bundles.app';

/** A ClusterExternalSecret besides, for the namespaces of a selector. */
const forSelected = (namespaceSelector: object) => (draft: Draft) => {
  const spec = {
    externalSecretName: 'app',
    externalSecretSpec: draft.sync.spec,
    namespaceSelectors: [namespaceSelector],
  };
  const metadata = { name: 'shop-production-app' };
  const object = { apiVersion: 'external-secrets.io/v1', kind: 'ClusterExternalSecret', metadata, spec };
  draft.others.push({ home: 'shop/production', object });
};

export const cases: Case[] = [
  ['a store in its namespace', written()],
  ['a store of the cluster that is open to it', throughCluster([{ namespaces: ['shop'] }])],
  ['a store of the cluster that is not', throughCluster([{ namespaces: ['blog'] }]), NAMED],
  [
    'a store of the cluster that is open to what is selected',
    throughCluster([{ namespaces: ['shop'] }, { namespaceSelector: SELECTOR }], forSelected(SELECTOR)),
  ],
  [
    'a store of the cluster that is open to something else',
    throughCluster(
      [{ namespaces: ['shop'] }, { namespaceSelector: SELECTOR }],
      forSelected({ matchLabels: { a: 'b' } }),
    ),
    SELECTED,
  ],
  [
    'a SecretStore and namespaces that are selected',
    written((draft) => forSelected(SELECTOR)(draft), selected()),
    SELECTED,
  ],
  ['a store of another namespace', written((draft) => (draft.store.metadata.namespace = 'default')), PLACE],
];
