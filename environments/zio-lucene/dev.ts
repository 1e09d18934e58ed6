import { defineEnvironment, secretsManager } from 'keywright';
import { zioLuceneDev } from '../clusters';
import { catalogue } from './catalogue';

export const dev = defineEnvironment(catalogue, {
  name: 'dev',
  cluster: zioLuceneDev,
  backend: secretsManager({ entryName: '{system}/{entry}' }),
  store: { kind: 'ClusterSecretStore', name: 'aws-secretsmanager' },
});
