import { deepStrictEqual } from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { loadProject } from '../../lib/cli/load-project';
import { renderOutput } from '../../lib/cli/render-output';
import type { KubernetesObject, Output } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { ROOT } from '../compile';
import { keywright, measure, runIn, type Side } from '../measure';
import { writeCdk8sApp, writeCdkApp } from '../plain-apps';
import { compareMedians, type Result } from '../result';
import { newFolder } from '../workspace';

/** (a) `keywright synth` of the shipped systems against plain constructs, as the scaffolds start them and at best. */
export async function shippedSystems(runs: number): Promise<Result[]> {
  const project = newFolder();
  cpSync(join(ROOT, 'environments'), join(project, 'environments'), { recursive: true });
  const plan = buildPlan(await loadProject(project));
  const output = await renderOutput(plan);
  const apps = newFolder();
  writeCdk8sApp(join(apps, 'cdk8s'), output.manifests);
  writeCdkApp(join(apps, 'cdk'), output.templates, plan.stacks);
  const written = newFolder();
  runIn(written, synth(project));
  const plain = newFolder();
  runIn(plain, compiled(apps));
  assertSame(output, plain);

  const { ours, again, first, typed, best } = measure(
    {
      ours: synth(project),
      again: () => synth(project)(written),
      first: synthFirst(project),
      typed: scaffolded(apps),
      best: compiled(apps),
    },
    runs,
  );
  const row = { case: 'a', timed: 'process' };
  return [
    compareMedians({ ...row, what: 'synth against scaffolds with ts-node', ours, theirs: typed, atMost: 1 / 10 }),
    compareMedians({ ...row, what: 'synth against compiled JavaScript', ours, theirs: best, atMost: 1 / 4 }),
    compareMedians({
      ...row,
      what: 'unchanged against scaffolds with ts-node',
      ours: again,
      theirs: typed,
      atMost: 1 / 10,
    }),
    compareMedians({ ...row, what: 'unchanged against compiled JavaScript', ours: again, theirs: best, atMost: 1 / 4 }),
    compareMedians({ ...row, what: 'first synth of a clone against ts-node', ours: first, theirs: typed }),
    compareMedians({ ...row, what: 'first synth of a clone against JavaScript', ours: first, theirs: best }),
  ];
}

// --- internal ---

const synth =
  (project: string): Side =>
  (folder) => [keywright('synth', '--project', project, '--output', join(folder, 'dist'))];

/** Environments that were never compiled: the cache for them is in the temporary folder, and empty. */
const synthFirst =
  (project: string): Side =>
  (folder) =>
    synth(project)(folder).map((command) => ({ ...command, env: { TMPDIR: folder } }));

/** As `cdk8s init` and `cdk init` leave it to their users: TypeScript, with a type check at each start. */
const scaffolded =
  (apps: string): Side =>
  (folder) => [
    { argv: ['npx', 'cdk8s', 'synth', '--output', join(folder, 'dist')], cwd: join(apps, 'cdk8s') },
    { argv: ['npx', 'cdk', 'synth', '--output', join(folder, 'cdk.out')], cwd: join(apps, 'cdk') },
  ];

/** The same without a compiler and without npx. CDK validates the templates, as it does unless told otherwise. */
const compiled =
  (apps: string): Side =>
  (folder) => [
    cli('cdk8s-cli/bin/cdk8s', join(apps, 'cdk8s'), join(folder, 'dist')),
    cli('aws-cdk/bin/cdk', join(apps, 'cdk'), join(folder, 'cdk.out')),
  ];

const cli = (bin: string, cwd: string, output: string) => ({
  argv: [process.execPath, join(ROOT, 'node_modules', bin), 'synth', '--app', 'node main.js', '--output', output],
  cwd,
});

/** Both ways make the same objects and the same resources, or the comparison would be of two things. */
function assertSame({ manifests, templates }: Output, folder: string): void {
  const texts = readAll(join(folder, 'dist'), '.k8s.yaml').map(([, text]) => text);
  const theirs = texts.flatMap((text) =>
    parseAllDocuments(text).map((document): KubernetesObject => document.toJSON()),
  );
  const ours = manifests.flatMap((file) => file.objects);
  deepStrictEqual(byName(theirs), byName(ours));

  const stacks = readAll(join(folder, 'cdk.out'), '.template.json');
  const resources = stacks.map(([stack, text]) => [stack, resourcesOf(JSON.parse(text))]);
  const expected = templates.map(({ stack, template }) => [stack, template.Resources]);
  deepStrictEqual(Object.fromEntries(resources), Object.fromEntries(expected));
}

/** The files with that ending, without it. */
const readAll = (folder: string, end: string): [name: string, text: string][] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .map((name) => [name.slice(0, -end.length), readFileSync(join(folder, name), 'utf8')]);

const byName = (objects: readonly KubernetesObject[]): Record<string, KubernetesObject> =>
  Object.fromEntries(objects.map((it) => [`${it.kind} ${it.metadata.namespace}/${it.metadata.name}`, it]));

/** Without CDK's notes for itself. */
function resourcesOf(template: { Resources: Record<string, { Metadata?: object }> }): object {
  const { CDKMetadata: _metadata, ...resources } = template.Resources;
  return Object.fromEntries(Object.entries(resources).map(([id, { Metadata: _path, ...resource }]) => [id, resource]));
}
