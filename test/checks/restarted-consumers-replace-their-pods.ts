import type { ConsumerInput, EnvironmentInput } from '../../lib/model';
import type { Case } from './cases';

const PLACE = 'environments/shop/catalogue.ts bundles.a.consumers';

const consumed = (kind: ConsumerInput['kind'], restart?: 'reloader', environment: Partial<EnvironmentInput> = {}) => ({
  bundles: { a: { all: ['app'], consumers: [{ kind, name: 'web', env: ['TOKEN'], ...(restart && { restart }) }] } },
  environment,
});

export const cases: Case[] = [
  ['a Deployment', consumed('Deployment', 'reloader')],
  ['a CronJob in an environment that restarts others', consumed('CronJob', undefined, { restart: 'reloader' })],
  ['a CronJob', consumed('CronJob', 'reloader'), PLACE],
  ['a Pod', consumed('Pod', 'reloader'), PLACE],
];
