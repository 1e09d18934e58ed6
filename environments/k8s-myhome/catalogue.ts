import { defineCatalogue } from 'keywright';

export const catalogue = defineCatalogue({
  system: 'k8s-myhome',
  environments: ['home'],
  namespace: 'harbor',
  entries: {
    'harbor-admin-password': {
      summary: "Password of Harbor's administrator",
      name: 'k8s-myhome/harbor/admin-password',
      value: { generate: { length: 32 } },
    },
    'harbor-ci-password': {
      summary: 'Password by which CI pushes to Harbor',
      name: 'k8s-myhome/harbor/ci-password',
      value: { generate: { length: 32 } },
    },
    'harbor-database-password': {
      summary: "Password of Harbor's database",
      name: 'k8s-myhome/harbor/database-password',
      value: { generate: { length: 32 } },
    },
    'github-token': { summary: 'Token of GitHub', name: 'k8s-myhome/github/token', value: {} },
    'github-app-id': { summary: 'Id of the GitHub App', name: 'k8s-myhome/github/app_id', value: {} },
    'github-app-private-key': {
      summary: 'Private key of the GitHub App',
      name: 'k8s-myhome/github/app_private_key',
      value: { shape: 'pem' },
    },
    'slack3-bot-token': {
      summary: 'Token of the Slack bot',
      name: 'k8s-myhome/applications/slack3/bot-token',
      value: {},
    },
    'slack3-signing-secret': {
      summary: 'What Slack signs its requests with',
      name: 'k8s-myhome/applications/slack3/signing-secret',
      value: {},
    },
  },
  bundles: {
    'harbor-secrets': {
      summary: 'What Harbor logs in with, and is logged in to with',
      secretName: 'harbor-admin-secret',
      refreshInterval: '30m',
      keys: {
        'admin-password': 'harbor-admin-password',
        'ci-password': 'harbor-ci-password',
        'database-password': 'harbor-database-password',
      },
      consumers: [{ kind: 'Deployment', name: 'harbor-core', env: ['admin-password'] }],
    },
    'github-actions-secrets': {
      summary: 'Added to the Secret that is made with Actions Runner Controller, which reads it to register runners',
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
      summary: 'What the Slack bot speaks and listens with',
      namespace: 'slack3',
      secretName: 'slack3',
      refreshInterval: '2h',
      keys: { token: 'slack3-bot-token', 'signing-secret': 'slack3-signing-secret' },
    },
  },
});
