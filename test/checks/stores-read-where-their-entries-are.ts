import { irsa, podIdentity, secretsManager } from '../../lib/model';
import type { Case } from './cases';

const through = (store: object, backend: object) => ({
  cluster: { stores: { shared: { identity: irsa({ serviceAccount: 'reader' }), ...store } } },
  environment: { backend: secretsManager(backend), store: { kind: 'ClusterSecretStore' as const, name: 'shared' } },
});
const PLACE = 'environments/shop/production.ts store.name';

export const cases: Case[] = [
  [
    'the region that the store says',
    through({ backend: secretsManager({ region: 'eu-west-2' }) }, { region: 'eu-west-2' }),
  ],
  ['another region', through({}, { region: 'eu-west-2' }), PLACE],
  [
    'another region, for what is only pushed',
    {
      ...through({}, { region: 'eu-west-2' }),
      entries: { kept: { fields: { TOKEN: {} } } },
      bundles: {},
      pushes: { made: { entry: 'kept' } },
      cluster: { stores: { shared: { identity: podIdentity() } } },
    },
    PLACE,
  ],
  ['another account', through({}, { account: '210987654321' }), PLACE],
];
