import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatYaml } from '../../lib/kubernetes/yaml';
import { measure, unit } from '../measure';
import { embeddedValues } from '../projects';
import { compareMedians, type Result } from '../result';
import { newFolder } from '../workspace';

const COUNT = 1000;

/** (b) Secrets whose values stand in the repository, against kustomize's generator of the same. */
export function devSecrets(runs: number): Result[] {
  if (spawnSync('kubectl', ['version', '--client']).status !== 0) {
    console.error('left out: dev Secrets, for want of kubectl');
    return [];
  }
  const folder = writeKustomization();
  const { ours, theirs } = measure(
    {
      ours: (out) => [unit('write-secrets', 'embedded', String(COUNT), join(out, 'out'))],
      theirs: (out) => [{ argv: ['kubectl', 'kustomize', folder, '--output', join(out, 'out.yaml')] }],
    },
    runs,
  );
  const question = { case: 'b', what: `${COUNT} dev Secrets against kubectl kustomize`, ours, theirs };
  return [
    compareMedians({ ...question, timed: 'plan to files', atMost: 1 / 20 }, { ours: ['render', 'write'] }),
    compareMedians({ ...question, timed: 'catalogue to files' }, { ours: ['plan', 'render', 'write'] }),
    compareMedians({ ...question, timed: 'process' }),
  ];
}

// --- internal ---

function writeKustomization(): string {
  const folder = newFolder();
  const secretGenerator = Object.entries(embeddedValues(COUNT)).map(([name, values]) => ({
    name,
    namespace: 'shop',
    literals: Object.entries(values).map(([key, value]) => `${key}=${value}`),
  }));
  const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', secretGenerator };
  writeFileSync(join(folder, 'kustomization.yaml'), formatYaml(kustomization));
  return folder;
}
