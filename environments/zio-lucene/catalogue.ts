import { defineCatalogue } from 'keywright';

export const catalogue = defineCatalogue({
  system: 'zio-lucene',
  environments: ['local', 'dev', 'production'],
  namespace: 'zio-lucene',
  entries: {
    'datadog-api-key': { summary: 'Datadog API key', name: 'zio-lucene/datadog-api-key', value: {} },
  },
  bundles: {
    'datadog-api-key': { keys: { 'api-key': 'datadog-api-key' } },
  },
});
