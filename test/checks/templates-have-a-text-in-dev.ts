import { compose, embedded, type TemplateOptions, template } from '../../lib/model';
import type { Case } from './cases';
import { environments } from './cases';

const inDev = (options?: TemplateOptions) => {
  const key = template('{{ .token | b64enc }}', { token: 'app.TOKEN' }, options);
  const environment = { tier: 'dev' as const, backend: embedded({ values: { app: { TOKEN: 'dev' } } }) };
  return environments({ bundles: { a: { all: ['app'], keys: { KEY: key } } } }, { dev: environment });
};

const many = (onlyIn: readonly string[]) => {
  const templateFrom = [{ template: template('a: {{ .a }}', { a: 'app.TOKEN' }) }];
  const backend = embedded({ values: { app: { TOKEN: 'dev' } } });
  return environments(
    { bundles: { a: { templateFrom, onlyIn }, b: { all: ['app'] } } },
    { production: { tier: 'production', namespace: 'production' }, dev: { tier: 'dev', backend } },
  );
};

export const cases: Case[] = [
  ['with a text of its own', inDev({ dev: compose('{app.TOKEN|b64enc}') })],
  ['where many keys are made, and not in dev', many(['production'])],
  ['where many keys are made', many(['production', 'dev']), 'environments/shop/catalogue.ts bundles.a.templateFrom'],
  ['without one', inDev(), 'environments/shop/catalogue.ts bundles.a.keys.KEY'],
];
