import { embedded } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { type Case, environments } from './cases';

const plan = buildPlan(
  environments(
    {},
    {
      dev: { tier: 'dev', backend: embedded({ values: { app: { TOKEN: 'dev-token-1' } } }) },
      words: { tier: 'dev', backend: embedded({ values: { app: { TOKEN: 'postgres' } } }) },
      staging: {},
    },
  ),
);
const file = (path: string, text: string, ...kinds: string[]) => ({
  output: {
    manifests: [{ path, text, objects: kinds.map((kind) => ({ apiVersion: 'v1', kind, metadata: { name: 'x' } })) }],
    templates: [],
    access: [],
  },
  plan,
});
const PLACE = 'environments/shop/dev.ts backend.values.app.TOKEN';

export const cases: Case[] = [
  ['in its Secret', file('kubernetes/shop/dev/shop/secret-a.yaml', 'dev-token-1', 'Secret')],
  ['in a generator', file('kubernetes/shop/dev/kustomization.yaml', 'dev-token-1')],
  ['a word that stands anywhere', file('kubernetes/shop/staging/x.yaml', 'postgres', 'ConfigMap')],
  [
    'in the Secret of another environment',
    file('kubernetes/shop/staging/shop/secret-a.yaml', 'a: dev-token-1', 'Secret'),
    PLACE,
  ],
  ['in another object', file('kubernetes/shop/dev/shop/configmap-a.yaml', 'a: dev-token-1', 'ConfigMap'), PLACE],
  [
    'in base64',
    file('kubernetes/shop/dev/shop/configmap-a.yaml', Buffer.from('dev-token-1').toString('base64'), 'ConfigMap'),
    PLACE,
  ],
  [
    'in a template',
    {
      plan,
      output: {
        manifests: [],
        access: [],
        templates: [{ path: 'aws/shop/dev/a.json', text: '{"Description": "dev-token-1"}', stack: 'a', template: {} }],
      },
    },
    PLACE,
  ],
];
