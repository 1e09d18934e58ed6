import { defineCatalogue } from 'keywright';

export const catalogue = defineCatalogue({
  system: 'eso-on-aws-tutorial',
  environments: ['production'],
  namespace: 'external-secrets',
  entries: { example: { summary: 'The secret of the tutorial', existing: true, fields: { DB_PASSWORD: {} } } },
  bundles: { 'my-app-secrets': { all: ['example'] } },
});
