import { compose, defineCatalogue } from 'keywright';

export const catalogue = defineCatalogue({
  system: 'deparrow',
  environments: ['dev', 'staging', 'staging-azure', 'staging-vault', 'production'],
  namespace: 'deparrow',
  entries: {
    secrets: {
      summary: 'Application secrets',
      fields: {
        DEPARROW_JWT_SECRET: { summary: 'JWT token signing key', generate: { length: 64 } },
        DEPARROW_SECRET_KEY: { summary: 'Application secret key', generate: { length: 64 } },
        POSTGRES_REPLICATION_PASSWORD: { requiredIn: ['production'], generate: { length: 32 } },
        GRAFANA_ADMIN_USER: { summary: 'Grafana admin username' },
        GRAFANA_ADMIN_PASSWORD: { summary: 'Grafana admin password', generate: { length: 32 } },
        ANTHROPIC_API_KEY: { optional: true },
        OPENAI_API_KEY: { optional: true },
      },
    },
    database: {
      summary: 'PostgreSQL credentials',
      fields: { username: {}, password: { generate: { length: 32 } }, database: {} },
    },
    redis: { summary: 'Redis credentials', fields: { password: { generate: { length: 32 } } } },
  },
  bundles: {
    'deparrow-secrets': {
      syncName: 'deparrow-secrets-external',
      all: ['secrets'],
      keys: { POSTGRES_PASSWORD: 'database.password', REDIS_PASSWORD: 'redis.password' },
      consumers: [{ kind: 'Deployment', name: 'metaos' }],
    },
    'postgres-credentials': {
      keys: {
        POSTGRES_USER: 'database.username',
        POSTGRES_PASSWORD: 'database.password',
        POSTGRES_DB: 'database.database',
      },
    },
    'redis-credentials': { keys: { REDIS_PASSWORD: 'redis.password' } },
    'metaos-database': {
      keys: {
        DATABASE_URL: compose(
          'postgresql://{database.username}:{database.password|urlquery}@postgres:5432/{database.database}',
        ),
      },
    },
  },
});
