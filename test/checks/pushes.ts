import type { EntryInput, PushInput } from '../../lib/model';
import type { Sample } from '../sample';

/** The smallest system with a push, of which a case says something else. */
export const pushing = (
  said: Partial<PushInput> = {},
  entry: EntryInput = { fields: { TOKEN: {} } },
  more: Sample = {},
): Sample => ({
  entries: { app: { fields: { TOKEN: {} } }, kept: entry },
  pushes: { made: { entry: 'kept', ...said } },
  ...more,
});

export const PUSH = 'environments/shop/catalogue.ts pushes.made';

/** What is written of it, by hand. */
export const pushSecret = (said: object = {}) => ({
  home: 'shop/production',
  object: {
    apiVersion: 'external-secrets.io/v1alpha1',
    kind: 'PushSecret',
    metadata: { name: 'made', namespace: 'shop' },
    spec: {
      data: [{ match: { secretKey: 'token', remoteRef: { remoteKey: 'shop/production/app' } } }],
      secretStoreRefs: [{ kind: 'SecretStore', name: 'aws-secrets-manager' }],
      ...said,
    },
  },
});
