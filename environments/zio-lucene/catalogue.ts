import { defineCatalogue } from 'keywright';

export const catalogue = defineCatalogue({
  system: 'zio-lucene',
  environments: ['local', 'dev', 'production'],
  namespace: 'zio-lucene',
  entries: {
    'datadog-api-key': { summary: 'Datadog API key', value: {}, secretKey: 'api-key' },
  },
  bundles: {},
});
