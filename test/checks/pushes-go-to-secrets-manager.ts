import { type EnvironmentInput, embedded, parameterStore, secretsManager } from '../../lib/model';
import { type Case, environments } from './cases';
import { PUSH, pushing } from './pushes';

const dev = embedded({ values: { app: { TOKEN: 'placeholder' }, kept: { TOKEN: 'placeholder' } } });
const parameters = { backend: parameterStore() };
const kept = (environment: Partial<EnvironmentInput>) =>
  pushing({}, undefined, {
    bundles: { 'shop-secrets': { all: ['app'] }, kept: { all: ['kept'] } },
    environment,
  });

export const cases: Case[] = [
  ['to Secrets Manager', pushing()],
  [
    'where dev has a value in the repository',
    environments(pushing(), { one: {}, dev: { tier: 'dev', namespace: 'dev', backend: dev } }),
  ],
  ['to Parameter Store', pushing({}, undefined, { environment: parameters }), PUSH],
  [
    'to Secrets Manager, where the bundle of its entry has a backend of its own',
    kept({ ...parameters, bundles: { kept: { backend: secretsManager() } } }),
  ],
  ['to Parameter Store, where the bundle of its entry has it', kept({ bundles: { kept: parameters } }), PUSH],
  [
    'in the other environment only',
    environments(pushing({ onlyIn: ['one'] }), { one: {}, two: { ...parameters, namespace: 'two' } }),
  ],
];
