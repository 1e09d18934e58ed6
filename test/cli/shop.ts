/** A small project that is well written: the files of its `environments/`. */
export const SHOP: Readonly<Record<string, string>> = {
  'environments/index.ts': `
import { defineProject } from 'keywright';
import { shop } from './shop';
export default defineProject({ systems: [shop] });
`,
  'environments/shop/index.ts': `
import { defineSystem } from 'keywright';
import { catalogue } from './catalogue';
import { dev } from './dev';
import { production } from './production';
export const shop = defineSystem({ catalogue, environments: [dev, production] });
`,
  'environments/shop/catalogue.ts': `
import { defineCatalogue } from 'keywright';
export const catalogue = defineCatalogue({
  system: 'shop',
  summary: 'Sells things',
  environments: ['dev', 'production'],
  namespace: 'shop',
  entries: { app: { summary: 'The shop', fields: { TOKEN: {}, MAIL: { optional: true } } } },
  bundles: { 'shop-secrets': { all: ['app'] } },
});
`,
  'environments/shop/dev.ts': `
import { defineEnvironment, embedded } from 'keywright';
import { catalogue } from './catalogue';
export const dev = defineEnvironment(catalogue, {
  name: 'dev',
  tier: 'dev',
  backend: embedded({ values: { app: { TOKEN: 'placeholder' } } }),
});
`,
  'environments/shop/production.ts': `
import { defineEnvironment, eksCluster, secretsManager } from 'keywright';
import { catalogue } from './catalogue';
export const production = defineEnvironment(catalogue, {
  name: 'production',
  tier: 'production',
  cluster: eksCluster({
    name: 'blue',
    account: '123456789012',
    region: 'eu-west-1',
    oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30799',
  }),
  backend: secretsManager(),
});
`,
};

/** The same with something replaced in one of its files. */
export function shopWith(file: string, from: string, to: string): Record<string, string> {
  const path = `environments/${file}`;
  const text = SHOP[path];
  if (!text?.includes(from)) throw new Error(`${path} has no ${from}`);
  return { ...SHOP, [path]: text.replace(from, to) };
}
