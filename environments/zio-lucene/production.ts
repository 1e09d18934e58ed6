import { defineEnvironment, secretsManager } from 'keywright';
import { zioLuceneProduction } from '../clusters';
import { catalogue } from './catalogue';

export const production = defineEnvironment(catalogue, {
  name: 'production',
  cluster: zioLuceneProduction,
  backend: secretsManager({ entryName: '{system}/{entry}' }),
  store: { kind: 'ClusterSecretStore', name: 'aws-secretsmanager' },
});
