import { defineEnvironment, secretsManager, staticCredentials } from 'keywright';
import { zioLuceneLocal } from '../clusters';
import { catalogue } from './catalogue';

export const local = defineEnvironment(catalogue, {
  name: 'local',
  tier: 'dev',
  cluster: zioLuceneLocal,
  createNamespace: true,
  backend: secretsManager({
    entryName: '{system}/{entry}',
    account: '000000000000',
    region: 'us-east-1',
    endpoint: 'http://host.k3d.internal:4566',
  }),
  store: {
    name: 'localstack-secretsmanager',
    identity: staticCredentials({
      secretName: 'localstack-credentials',
      accessKeyIdKey: 'access-key',
      secretAccessKeyKey: 'secret-key',
      placeholders: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  },
});
