import { defineEnvironment, embedded } from 'keywright';
import { catalogue } from './catalogue';

export const dev = defineEnvironment(catalogue, {
  name: 'dev',
  createNamespace: true,
  backend: embedded({
    values: { backend: { DATABASE_URL: 'postgresql://postgres:5432/nova', REDIS_URL: 'redis://redis:6379' } },
  }),
});
