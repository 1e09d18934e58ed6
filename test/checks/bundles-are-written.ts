import { SELECTOR, selected } from '../selected';
import type { Case } from './cases';
import { type Draft, written } from './written';

const PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets';

/** The ClusterExternalSecret of a bundle, whose Secret has this name. */
const forSelected = (secret: string) =>
  written((draft: Draft) => {
    const target = { ...draft.sync.spec.target, name: secret };
    const externalSecretSpec = { ...draft.sync.spec, target };
    const spec = { externalSecretName: 'app', externalSecretSpec, namespaceSelectors: [SELECTOR] };
    const metadata = { name: 'shop-production-app' };
    const object = { apiVersion: 'external-secrets.io/v1', kind: 'ClusterExternalSecret', metadata, spec };
    draft.others.push({ home: 'shop/production', object });
  }, selected());

export const cases: Case[] = [
  ['an ExternalSecret', written()],
  ['an ExternalSecret of another name', written((draft) => (draft.sync.metadata.name = 'other')), PLACE],
  ['an ExternalSecret that makes another Secret', written((draft) => (draft.sync.spec.target.name = 'other')), PLACE],
  ['a ClusterExternalSecret', forSelected('app')],
  [
    'a ClusterExternalSecret that makes another Secret',
    forSelected('other'),
    'environments/shop/catalogue.ts bundles.app',
  ],
];
