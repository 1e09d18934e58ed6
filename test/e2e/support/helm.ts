import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { PlannedOperator } from '../../../lib/model';
import { operatorRelease } from '../engine/build/operators';
import { run } from '../engine/build/run';
import { type EnvironmentPlan, ensureNamespace } from './environment';
import type { Kubectl, KubernetesObject } from './kubectl';

/** A cluster's values below a dist folder: the file that its `helm upgrade` is given. */
export const valuesText = (dist: string, { home }: PlannedOperator): string =>
  readFileSync(join(dist, 'kubernetes', home, 'helm-values.yaml'), 'utf8');

/** What Helm makes of the operator's chart with such values, in YAML or JSON. */
export async function chartObjects(version: string, namespace: string, values?: string): Promise<KubernetesObject[]> {
  const printed = parseAllDocuments(await chartText(version, namespace, values));
  return printed.flatMap((document) => (document.toJS() as KubernetesObject | null) ?? []);
}

/** What Helm prints. */
export async function chartText(version: string, namespace: string, values = ''): Promise<string> {
  const { helm } = await operatorRelease(version, () => undefined);
  const release = ['template', 'external-secrets', helm.chart, `--namespace=${namespace}`, '--values=-'];
  return run(helm.program, release, { input: values });
}

/** Makes the operator's ServiceAccount what its chart makes of each cluster's values. */
export async function installValues(kubectl: Kubectl, version: string, its: EnvironmentPlan): Promise<void> {
  for (const planned of its.operators) {
    await ensureNamespace(kubectl, planned.namespace);
    const objects = await chartObjects(version, planned.namespace, valuesText(its.dist, planned));
    await applyServiceAccount(kubectl, objects, planned.serviceAccount);
  }
}

/** Makes it again what it is without them. */
export async function uninstallValues(kubectl: Kubectl, version: string, its: EnvironmentPlan): Promise<void> {
  for (const { namespace, release } of its.operators) {
    await applyServiceAccount(kubectl, await chartObjects(version, namespace), release);
  }
}

// --- internal ---

async function applyServiceAccount(
  kubectl: Kubectl,
  objects: readonly KubernetesObject[],
  name: string,
): Promise<void> {
  const account = objects.find(({ kind, metadata }) => kind === 'ServiceAccount' && metadata.name === name);
  await kubectl.run(['apply', '--server-side', '--filename=-'], JSON.stringify(account));
}
