import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { defaults, shopPlan } from './sample-plans';
import { logicalIds } from './template-of';

const ENTRIES = 'shop-staging-entries';
const ACCESS = 'shop-staging-access';
const entry = { fields: { TOKEN: {} } };
const before = { entries: { app: entry, mail: entry } };

test('adding and reordering entries keeps the logical ids', () => {
  const after = { entries: { payments: entry, mail: entry, app: entry } };
  expect(logicalIds(shopPlan(after), ENTRIES)).toMatchObject(logicalIds(shopPlan(before), ENTRIES));
  expect(logicalIds(shopPlan(after), ACCESS)).toEqual(logicalIds(shopPlan(before), ACCESS));
});

test('renaming a bundle or a key keeps the logical ids', () => {
  const bundles = (name: string, key: string) => ({ [name]: { keys: { [key]: 'app.TOKEN' } } });
  for (const stack of [ENTRIES, ACCESS]) {
    const ids = logicalIds(shopPlan({ ...before, bundles: bundles('app', 'TOKEN') }), stack);
    expect(logicalIds(shopPlan({ ...before, bundles: bundles('web', 'APP_TOKEN') }), stack)).toEqual(ids);
  }
});

test('an entry that was renamed keeps its logical id with the id it had before', () => {
  const renamed = { entries: { app: entry, smtp: { ...entry, formerly: 'mail' } } };
  expect(logicalIds(shopPlan(renamed), ENTRIES)).toEqual(logicalIds(shopPlan(before), ENTRIES));
});

test('ids that differ only in punctuation make two secrets', () => {
  const ids = Object.values(logicalIds(shopPlan({ entries: { 'api-key': entry, api_key: entry } }), ENTRIES));
  expect(new Set(ids).size).toBe(2);
});

test('a secret has the logical id that it would have in a CDK stack written by hand', () => {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'by-hand');
  new Secret(stack, 'app');
  const byHand = Template.fromStack(stack).findResources('AWS::SecretsManager::Secret');
  expect(Object.keys(byHand)).toEqual([logicalIds(defaults(), ENTRIES)['shop/staging/app']]);
});
