import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderManifests } from '../../lib/kubernetes';
import { buildPlan } from '../../lib/plan';
import { type Command, measure, runIn, type Sample, unit } from '../measure';
import { syncedProject } from '../projects';
import { compareMedians, type Question, type Result } from '../result';
import { newFolder } from '../workspace';

const COUNT = 10_000;

/** (b) Many ExternalSecrets of five keys, a file each: new ones, and the same once more. */
export function externalSecrets(runs: number): Result[] {
  const objects = writeObjects();
  const written = newFolder();
  runIn(written, () => [keywright(written)]);
  const { ours, again, cdk8s, floor } = measure(
    {
      ours: (folder) => [keywright(join(folder, 'out'))],
      cdk8s: (folder) => [unit('cdk8s-secrets', 'synth', objects, join(folder, 'out'))],
      floor: (folder) => [unit('cdk8s-secrets', 'floor', objects, join(folder, 'out'))],
      again: () => [keywright(written)],
    },
    runs,
  );
  const secrets = `${COUNT} ExternalSecrets`;
  return [
    ...compareFrom({ what: `${secrets} against App.synth() of cdk8s`, ours, theirs: cdk8s, atMost: 1 / 3 }),
    ...compareFrom({ what: `${secrets} against cdk8s without YAML`, ours, theirs: floor, atMost: 2 }),
    ...compareFrom({ what: `${secrets} unchanged against App.synth()`, ours: again, theirs: cdk8s, atMost: 1 / 5 }),
  ];
}

// --- internal ---

const keywright = (out: string): Command => unit('write-secrets', 'synced', String(COUNT), out);

/** What cdk8s is given: the very objects that ours renders. */
function writeObjects(): string {
  const file = join(newFolder(), 'objects.json');
  const objects = renderManifests(buildPlan(syncedProject(COUNT))).flatMap((manifest) => manifest.objects);
  writeFileSync(file, JSON.stringify(objects.filter(({ kind }) => kind === 'ExternalSecret')));
  return file;
}

/**
 * From data in memory to files. cdk8s begins with its objects, ours with the plan: both have every name decided. What
 * deciding them adds is the second line, which no target is for.
 */
function compareFrom({ atMost, ...question }: Required<Omit<Question<readonly Sample[]>, 'case' | 'timed'>>): Result[] {
  const theirs = ['work'];
  const row = { case: 'b', ...question };
  return [
    compareMedians({ ...row, timed: 'plan to files', atMost }, { ours: ['render', 'write'], theirs }),
    compareMedians({ ...row, timed: 'catalogue to files' }, { ours: ['plan', 'render', 'write'], theirs }),
  ];
}
