import { defineCatalogue } from 'keywright';

export const catalogue = defineCatalogue({
  system: 'k8s-myhome',
  environments: ['home'],
  namespace: 'harbor',
  entries: {
    'harbor-admin-password': { name: 'k8s-myhome/harbor/admin-password', value: { generate: { length: 32 } } },
    'harbor-ci-password': { name: 'k8s-myhome/harbor/ci-password', value: { generate: { length: 32 } } },
    'harbor-database-password': { name: 'k8s-myhome/harbor/database-password', value: { generate: { length: 32 } } },
    'github-token': { name: 'k8s-myhome/github/token', value: {} },
    'github-app-id': { name: 'k8s-myhome/github/app_id', value: {} },
    'github-app-private-key': { name: 'k8s-myhome/github/app_private_key', value: { shape: 'pem' } },
    'slack3-bot-token': { name: 'k8s-myhome/applications/slack3/bot-token', value: {} },
    'slack3-signing-secret': { name: 'k8s-myhome/applications/slack3/signing-secret', value: {} },
  },
  bundles: {
    'harbor-secrets': {
      secretName: 'harbor-admin-secret',
      refreshInterval: '30m',
      keys: {
        'admin-password': 'harbor-admin-password',
        'ci-password': 'harbor-ci-password',
        'database-password': 'harbor-database-password',
      },
      consumers: [{ kind: 'Deployment', name: 'harbor-core' }],
    },
    'github-actions-secrets': {
      summary: 'Added to the Secret that Actions Runner Controller makes',
      namespace: 'arc-systems',
      secretName: 'github-auth',
      creationPolicy: 'Merge',
      keys: {
        GITHUB_TOKEN: 'github-token',
        github_app_id: 'github-app-id',
        github_app_private_key: 'github-app-private-key',
      },
    },
    'slack3-secrets': {
      namespace: 'slack3',
      secretName: 'slack3',
      refreshInterval: '2h',
      keys: { token: 'slack3-bot-token', 'signing-secret': 'slack3-signing-secret' },
    },
  },
});
