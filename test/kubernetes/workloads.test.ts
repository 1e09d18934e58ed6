import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createColors } from 'picocolors';
import { parse } from 'yaml';
import { nova } from '../../environments/nova';
import { workloads } from '../../environments/nova/workloads';
import { runChecks } from '../../lib/checks';
import { formatFindings } from '../../lib/cli/format-finding';
import { buildPlan } from '../../lib/plan';

const ROOT = join(__dirname, '..', '..');

test('the Deployments of nova stand in dist as its chart makes them: npm run workloads', () => {
  const made = workloads().charts.map((chart) => [chart.node.id, chart.toJson()] as const);
  expect(Object.fromEntries(made)).toEqual(readObjects(join(ROOT, 'dist', 'workloads', 'nova')));
});

test('a Deployment where its document has it is the finding that its page shows', async () => {
  const bundles = Object.entries(nova.catalogue.bundles).map(([name, bundle]) => {
    const consumers = bundle.consumers?.map((consumer) => ({ ...consumer, namespace: 'nova-auth' })) ?? [];
    return [name, { ...bundle, consumers }];
  });
  const catalogue = { ...nova.catalogue, bundles: Object.fromEntries(bundles) as typeof nova.catalogue.bundles };
  const environments = nova.environments.filter(({ name }) => name === 'staging');
  const [finding, ...more] = await runChecks(buildPlan({ systems: [{ catalogue, environments }] }));
  expect(more).toEqual([]);
  const page = readFileSync(join(ROOT, 'docs', 'systems', 'nova.md'), 'utf8');
  expect(page).toContain(formatFindings([finding!], createColors(false)).split('\n\n')[0]);
});

// --- internal ---

/** The objects of each folder of a folder. */
function readObjects(folder: string): Record<string, unknown[]> {
  const homes = readdirSync(folder).map((home) => [
    home,
    readdirSync(join(folder, home)).map((file): unknown => parse(readFileSync(join(folder, home, file), 'utf8'))),
  ]);
  return Object.fromEntries(homes) as Record<string, unknown[]>;
}
