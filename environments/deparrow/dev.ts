import { defineEnvironment, embedded } from 'keywright';
import { catalogue } from './catalogue';

export const dev = defineEnvironment(catalogue, {
  name: 'dev',
  createNamespace: true,
  backend: embedded({
    values: {
      secrets: {
        DEPARROW_JWT_SECRET: 'dev-jwt-secret',
        DEPARROW_SECRET_KEY: 'dev-secret-key',
        GRAFANA_ADMIN_USER: 'admin',
        GRAFANA_ADMIN_PASSWORD: 'dev-grafana',
      },
      database: { username: 'deparrow', password: 'dev-postgres', database: 'deparrow' },
      redis: { password: 'dev-redis' },
    },
  }),
});
