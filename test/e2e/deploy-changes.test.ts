import { buildPlan } from 'keywright';
import project from '../../environments';
import { type AccountContent, contentOf, idsOf } from './support/account/content';
import { accountOf, identifiersOf, valuesIn } from './support/account/kept';
import { plannedContent } from './support/account/planned';
import { synthesized } from './support/cdk';
import { type Change, changedPlan, oneMoreBundle, oneMoreEntry, ownKmsKey } from './support/changed-plan';
import { type Cloud, emptyCloud } from './support/empty-cloud';
import { environmentPlan, environmentsOnAws, putValue, templateOf } from './support/environment';
import { valueFor } from './support/values';

const plan = buildPlan(project);
const withEntries = environmentsOnAws(plan).filter(({ id }) =>
  plan.stacks.some(({ home, kind }) => home === id && kind === 'entries'),
);
// Those of one system differ in names only, and in production in the protection that no stack is deleted with.
const environments = [...withEntries]
  .sort((a, b) => Number(a.tier === 'production') - Number(b.tier === 'production'))
  .filter(({ system }, at, all) => all.findIndex((one) => one.system === system) === at);

describe.each(environments)('$id', (environment) => {
  const its = environmentPlan(plan, environment);
  const app = synthesized(plan);
  let cloud: Cloud;
  let before: AccountContent;

  const deployedAnew = async (): Promise<void> => {
    cloud = await emptyCloud();
    await cloud.cdk.deploy(its.stacks, app);
    for (const entry of its.entries) await putValue(cloud.aws, its, entry.remoteKey, valueFor(entry));
    before = await contentOf(cloud.aws, its.stacks);
  };

  describe('in a deployed catalogue', () => {
    beforeAll(deployedAnew);

    const deployed = async (change: Change) => {
      const changed = changedPlan(project, environment, change);
      const { stacks } = its;
      const printed = await cloud.cdk.deploy(stacks, synthesized(changed));
      const planned = plannedContent(environmentPlan(changed, environment));
      return { printed, planned, content: await contentOf(cloud.aws, stacks) };
    };

    const more = its.entries[0]!.plain ? 'a bundle' : 'a field, a bundle';
    test(`${more} and its key more change nothing in AWS`, async () => {
      const { printed, content } = await deployed({ catalogue: oneMoreBundle });
      for (const { id } of its.stacks) expect(printed).toContain(`${id} (no changes)`);
      expect(content).toEqual(before);
    });

    test('an entry more is made and granted, and nothing is replaced', async () => {
      const { planned, content } = await deployed({ catalogue: oneMoreEntry });
      expect(content).toEqual(planned);
      expect(idsOf(content)).toEqual(expect.arrayContaining(idsOf(before)));
      expect(content.roles).toEqual(before.roles);
    });

    test('a KMS key for the entries is made and granted, and nothing is replaced', async () => {
      const { planned, content } = await deployed({ catalogue: oneMoreEntry, environment: ownKmsKey });
      expect(planned.kmsKeys).toHaveLength(1);
      expect(content).toEqual(planned);
      expect(idsOf(content)).toEqual(expect.arrayContaining(idsOf(before)));
      expect(content.roles).toEqual(before.roles);
    });

    test('the deletion of the stacks keeps the KMS key with its alias, too', async () => {
      const { entries, kmsKeys } = await contentOf(cloud.aws, its.stacks);
      for (const stack of its.stacks) await cloud.stacks.unprotectAndDelete(stack);
      expect(await contentOf(cloud.aws, its.stacks)).toEqual({ entries, kmsKeys, policies: [], roles: [] });
    });
  });

  describe('after cdk destroy', () => {
    const entriesStacks = its.stacks.filter(({ kind }) => kind === 'entries');
    let values: ReadonlyMap<string, string>;

    beforeAll(async () => {
      await deployedAnew();
      values = await valuesIn(cloud.aws, its);
      await cloud.cdk.destroy(its.stacks, app);
    });

    test('the entries are there with their values, and policies and roles are gone', async () => {
      const { entries } = before;
      expect(await contentOf(cloud.aws, its.stacks)).toEqual({ entries, kmsKeys: [], policies: [], roles: [] });
      expect(await valuesIn(cloud.aws, its)).toEqual(values);
    });

    test('cdk deploy over the kept entries fails, says which exists, and touches none; its stack says what to do', async () => {
      await expect(cloud.cdk.deploy(entriesStacks, app)).rejects.toThrow(
        new RegExp(
          `the\\s+secret\\s+(${its.entries.map(({ remoteKey }) => remoteKey).join('|')})\\s+already\\s+exists`,
        ),
      );
      expect(await valuesIn(cloud.aws, its)).toEqual(values);
      for (const stack of entriesStacks) {
        const { template } = await cloud.stacks.find(stack);
        expect(template).toMatchObject({
          Description: expect.stringContaining('cdk import takes in those that exist'),
        });
      }
    });

    test('cdk import takes the kept entries back once the failed stack is destroyed, and cdk deploy does the rest', async () => {
      await cloud.cdk.destroy(entriesStacks, app);
      for (const stack of entriesStacks) {
        await cloud.cdk.import(stack, identifiersOf(before.entries, templateOf(its.dist, stack)), app);
      }
      await cloud.cdk.deploy(its.stacks, app);
      const content = await contentOf(cloud.aws, its.stacks);
      expect(content).toEqual(plannedContent(its));
      expect(content.entries).toEqual(before.entries);
      expect(await valuesIn(cloud.aws, its)).toEqual(values);
    });
  });

  const taken = its.entries.at(-1)!.remoteKey;
  if (its.entries.length > 1)
    test('a first cdk deploy that fails, since one entry exists, leaves no other name behind', async () => {
      cloud = await emptyCloud();
      await accountOf(its, cloud.aws).secretsManager('CreateSecret', { Name: taken });
      await expect(cloud.cdk.deploy(its.stacks, app)).rejects.toThrow(/already\s+exists/);
      const { entries } = await contentOf(cloud.aws, its.stacks);
      expect(entries.map(({ name }) => name)).toEqual([taken]);
    });
});
