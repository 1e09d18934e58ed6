import { defineCatalogue } from 'keywright';

export const catalogue = defineCatalogue({
  system: 'nova',
  environments: ['dev', 'staging', 'production'],
  namespace: 'nova-{environment}',
  entries: {
    backend: {
      summary: 'What the backend services share',
      name: 'nova-backend-{environment}',
      fields: {
        DATABASE_URL: { summary: 'PostgreSQL', shape: 'url' },
        REDIS_URL: { summary: 'Redis', shape: 'url' },
        JWT_PRIVATE_KEY_PEM: { requiredIn: ['staging', 'production'], shape: 'pem' },
      },
    },
  },
  bundles: {
    'nova-backend-secrets': {
      everything: 'backend',
      consumers: [{ kind: 'Deployment', name: 'auth-service', env: ['DATABASE_URL', 'REDIS_URL'] }],
    },
  },
});
