import { Stack } from 'aws-cdk-lib';
import { buildAwsApp, renderTemplates } from '../../lib/aws';
import { everything, shopPlan } from './sample-plans';

const stacksOf = (plan = everything()) => buildAwsApp(plan).node.children.filter(Stack.isStack);

test('every stack of the plan has its name, account, region, protection and tags', () => {
  const described = stacksOf().map((stack) => ({
    id: stack.stackName,
    account: stack.account,
    region: stack.region,
    terminationProtection: stack.terminationProtection,
    tags: stack.tags.tagValues(),
  }));
  expect(described).toEqual(
    everything().stacks.map(({ id, account, region, terminationProtection, tags }) => ({
      id,
      account,
      region,
      terminationProtection,
      tags,
    })),
  );
});

test('the secrets of production cannot be deleted with their stack', () => {
  const entries = { app: { fields: { TOKEN: {} } } };
  const tierOf = (tier: 'staging' | 'production') => stacksOf(shopPlan({ entries }, { tier }));
  const isProtected = (stacks: Stack[]) => stacks.map((stack) => [stack.stackName, stack.terminationProtection]);
  expect(isProtected(tierOf('production'))).toContainEqual(['shop-staging-entries', true]);
  expect(isProtected(tierOf('staging'))).toContainEqual(['shop-staging-entries', false]);
});

test('a template needs no bootstrap, no asset and no parameter', () => {
  for (const { template } of renderTemplates(everything())) {
    expect(Object.keys(template)).toEqual(['Description', 'Resources']);
  }
});

test('a stack of more than 500 resources is refused with its name and the limit', () => {
  const many = Array.from({ length: 501 }, (_, at) => [`entry${at}`, { value: {} }]);
  const plan = shopPlan({ entries: Object.fromEntries(many) });
  expect(() => renderTemplates(plan)).toThrow(
    "Number of resources in stack 'shop-staging-entries': 501 is greater than allowed maximum of 500",
  );
});
