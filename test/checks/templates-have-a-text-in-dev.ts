import { compose, embedded, type TemplateOptions, template } from '../../lib/model';
import type { Case } from './cases';
import { environments } from './cases';

const inDev = (options?: TemplateOptions) => {
  const key = template('{{ .token | b64enc }}', { token: 'app.TOKEN' }, options);
  const environment = { tier: 'dev' as const, backend: embedded({ values: { app: { TOKEN: 'dev' } } }) };
  return environments({ bundles: { a: { all: ['app'], keys: { KEY: key } } } }, { dev: environment });
};

export const cases: Case[] = [
  ['with a text of its own', inDev({ dev: compose('{app.TOKEN|b64enc}') })],
  ['without one', inDev(), 'environments/shop/catalogue.ts bundles.a.keys.KEY'],
];
