import type { Case } from './cases';
import { ENTRY_ARN, written } from './written';

const PLACE = 'environments/shop/catalogue.ts bundles.shop-secrets';
const existing = { environment: { entries: { app: { existing: true } } } };
const GRANTS = 'grants-cover-every-read-and-nothing-more';
const ROLE = 'environments/shop/production.ts store.identity.role';

export const cases: Case[] = [
  ['an entry of a template', written()],
  ['an entry that exists', written((draft) => Object.assign(draft, { entries: {} }), existing)],
  ['an entry that no template has', written((draft) => Object.assign(draft, { entries: {} })), PLACE],
  [
    'a misspelt name',
    written((draft) => {
      draft.sync.spec.data[0]!.remoteRef.key = 'shop/production/ap';
      draft.policy.Properties.PolicyDocument.Statement = [
        { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: ENTRY_ARN.replace('app-', 'ap-') },
      ];
    }),
    PLACE,
  ],
  [
    'a name that is not granted either',
    written((draft) => (draft.sync.spec.data[0]!.remoteRef.key = 'shop/app')),
    PLACE,
    [GRANTS, ROLE],
    [GRANTS, ROLE],
  ],
];
