import { template } from '../../lib/model';
import type { Case } from './cases';
import { PUSH, pushing } from './pushes';

const reading = (from: object, said: object = {}) =>
  pushing({}, undefined, { bundles: { 'shop-secrets': { all: ['app'] }, made: { ...from, ...said } } });

export const cases: Case[] = [
  ['a Secret that something else makes', pushing()],
  ['a Secret read from another entry', reading({ all: ['app'] })],
  ['the same Secret of another namespace', reading({ all: ['kept'] }, { namespace: 'other' })],
  ['the Secret read from the entry', reading({ all: ['kept'] }), PUSH],
  [
    'the Secret with a template that is given a field of the entry',
    reading({ keys: { A: 'app.TOKEN' }, templateFrom: [{ template: template('A: {{ .it }}', { it: 'kept.TOKEN' }) }] }),
    PUSH,
  ],
  ['the Secret that finds the entry', reading({ find: { path: 'shop/production/', name: '.*' } }), PUSH],
  ['the Secret that takes the entry whole', reading({ everything: 'kept' }), PUSH],
  [
    'a Secret that a generator makes',
    pushing({ fields: { TOKEN: 'password' } }, undefined, {
      generators: { password: { kind: 'Password', spec: { length: 32, noUpper: false, allowRepeat: true } } },
      bundles: { 'shop-secrets': { all: ['app'] }, made: { generator: 'password', refreshPolicy: 'CreatedOnce' } },
    }),
  ],
];
