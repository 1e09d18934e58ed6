import { buildPlan } from 'keywright';
import project from '../../environments';
import { contentOf } from './support/account/content';
import { plannedContent } from './support/account/planned';
import { type Cloud, emptyCloud } from './support/empty-cloud';
import { environmentPlan, environmentsOnAws, templateOf } from './support/environment';

const plan = buildPlan(project);

/** What the first `cdk deploy` synthesized: the app is the same for all. */
let app: string | undefined;

describe.each(environmentsOnAws(plan))('$id', (environment) => {
  const its = environmentPlan(plan, environment);
  const { dist, stacks } = its;
  let cloud: Cloud;

  describe('cdk deploy', () => {
    beforeAll(async () => {
      cloud = await emptyCloud();
      await cloud.cdk.deploy(stacks, app);
      app ??= cloud.cdk.output;
    });

    test('makes the planned entries, policies, roles and trust, and nothing else', async () => {
      expect(await contentOf(cloud.aws, stacks)).toEqual(plannedContent(its));
    });

    test('makes each stack of its template in dist, with the planned tags and protection', async () => {
      for (const stack of stacks) {
        const { terminationProtection, tags } = stack;
        const template: unknown = JSON.parse(templateOf(dist, stack));
        expect(await cloud.stacks.find(stack)).toEqual({ terminationProtection, tags, template });
      }
    });

    test('changes nothing when it runs once more', async () => {
      const before = await contentOf(cloud.aws, stacks);
      const printed = await cloud.cdk.deploy(stacks, app);
      for (const { id } of stacks) expect(printed).toContain(`${id} (no changes)`);
      expect(await contentOf(cloud.aws, stacks)).toEqual(before);
    });
  });

  describe('CloudFormation alone', () => {
    beforeAll(async () => {
      cloud = await emptyCloud();
      for (const stack of stacks) await cloud.stacks.create(stack, templateOf(dist, stack));
    });

    test('makes the same of the templates in dist as cdk deploy does', async () => {
      expect(await contentOf(cloud.aws, stacks)).toEqual(plannedContent(its));
    });

    test('finds nothing to update with the same templates', async () => {
      for (const stack of stacks) {
        const { status, body } = await cloud.stacks.update(stack, templateOf(dist, stack));
        expect({ status, body }).toEqual({
          status: 400,
          body: expect.stringContaining('No updates are to be performed'),
        });
      }
    });

    const guarded = stacks.filter(({ terminationProtection }) => terminationProtection);
    if (guarded.length > 0)
      test('does not delete a stack that is protected', async () => {
        for (const stack of guarded) {
          const { status, body } = await cloud.stacks.delete(stack);
          expect({ status, body }).toEqual({ status: 400, body: expect.stringContaining('TerminationProtection') });
        }
      });

    test('keeps the entries when the stacks are deleted, and removes policies and roles', async () => {
      const { entries, kmsKeys } = await contentOf(cloud.aws, stacks);
      for (const stack of stacks) await cloud.stacks.unprotectAndDelete(stack);
      expect(await contentOf(cloud.aws, stacks)).toEqual({ entries, kmsKeys, policies: [], roles: [] });
    });
  });
});
