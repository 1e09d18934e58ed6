import { defineEnvironment, irsa, secretsManager } from 'keywright';
import { deparrowProduction } from '../clusters';
import { catalogue } from './catalogue';

export const production = defineEnvironment(catalogue, {
  name: 'production',
  createNamespace: true,
  cluster: deparrowProduction,
  backend: secretsManager({ entryName: 'deparrow/{environment}/{entry}' }),
  store: { name: 'deparrow-secretstore', identity: irsa({ serviceAccount: 'deparrow-external-secrets-sa' }) },
  bundles: { 'deparrow-secrets': { refreshInterval: '15m' } },
});
