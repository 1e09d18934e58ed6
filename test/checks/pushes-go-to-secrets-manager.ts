import { embedded, parameterStore } from '../../lib/model';
import { type Case, environments } from './cases';
import { PUSH, pushing } from './pushes';

const dev = embedded({ values: { app: { TOKEN: 'placeholder' }, kept: { TOKEN: 'placeholder' } } });
const parameters = { backend: parameterStore() };

export const cases: Case[] = [
  ['to Secrets Manager', pushing()],
  [
    'where dev has a value in the repository',
    environments(pushing(), { one: {}, dev: { tier: 'dev', namespace: 'dev', backend: dev } }),
  ],
  ['to Parameter Store', pushing({}, undefined, { environment: parameters }), PUSH],
  [
    'in the other environment only',
    environments(pushing({ onlyIn: ['one'] }), { one: {}, two: { ...parameters, namespace: 'two' } }),
  ],
];
