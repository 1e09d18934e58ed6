import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTemplates } from '../../lib/aws';
import type { Plan } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { measure, runIn, type Side, unit } from '../measure';
import { managedProject } from '../projects';
import { compareMedians, type Result } from '../result';
import type { PlainStack } from '../units/cdk-entries';
import { newFolder } from '../workspace';

const COUNT = 2000;

/** (d) Managed entries, against plain constructs of CDK with the same validation: none. */
export function managedEntries(runs: number): Result[] {
  const plan = buildPlan(managedProject(COUNT));
  const stacks = join(newFolder(), 'stacks.json');
  writeFileSync(stacks, JSON.stringify(plainStacks(plan)));
  const plain: Side = (folder) => [unit('cdk-entries', stacks, join(folder, 'cdk.out'))];
  assertSame(plan, plain);

  const { ours, theirs } = measure({ ours: () => [unit('keywright-entries', String(COUNT))], theirs: plain }, runs);
  const question = { case: 'd', what: `${COUNT} managed entries against app.synth() of CDK`, ours, theirs, atMost: 1 };
  return [
    compareMedians({ ...question, timed: 'plan to templates' }, { ours: ['render'], theirs: ['synth'] }),
    compareMedians({ ...question, timed: 'process' }),
  ];
}

// --- internal ---

const plainStacks = (plan: Plan): PlainStack[] =>
  plan.stacks.map(({ id, account, region, description }) => ({
    name: id,
    account,
    region,
    description,
    secrets: plan.entries
      .filter(({ stack }) => stack === id)
      .map(({ entry, remoteKey, summary = '', tags }) => ({
        id: entry,
        name: remoteKey,
        description: summary,
        tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
      })),
  }));

/** Both sides make the same secrets, or the comparison would be of two things. Logical ids differ: the paths do. */
function assertSame(plan: Plan, plain: Side): void {
  const folder = newFolder();
  runIn(folder, plain);
  for (const { stack, template } of renderTemplates(plan)) {
    const theirs = JSON.parse(readFileSync(join(folder, 'cdk.out', `${stack}.template.json`), 'utf8'));
    deepStrictEqual(withoutPaths(theirs.Resources), withoutPaths(template.Resources as Resources));
  }
}

type Resources = Readonly<Record<string, { readonly Metadata?: object }>>;

const withoutPaths = (resources: Resources): object[] =>
  Object.values(resources).map(({ Metadata: _path, ...resource }) => resource);
