import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run as evaluate } from '@bufbuild/cel';
import { runLua } from '../../lua';
import type { GitopsParts } from '../engine/build/gitops';
import type { EnvironmentPlan } from './environment';
import type { Kubectl, KubernetesObject } from './kubectl';

export interface Health {
  readonly status?: string;
  readonly message?: string;
}

/** What Argo CD says of an object of the operator, by the script that it has for the kind; of another kind nothing. */
export function argoCdHealth({ health }: GitopsParts, object: KubernetesObject): Health | undefined {
  const file = join(health, `${object.kind}.lua`);
  return existsSync(file) ? runLua(readFileSync(file, 'utf8'), object, ['status', 'message']) : undefined;
}

/** Whether Flux takes an object for ready, by the expression that a Kustomization has for its kind. */
export function isReadyForFlux({ spec }: KubernetesObject, object: KubernetesObject): boolean | undefined {
  const { healthCheckExprs } = spec as { healthCheckExprs: readonly { kind: string; current: string }[] };
  const expression = healthCheckExprs.find(({ kind }) => kind === object.kind);
  return expression && evaluate(expression.current, { status: {}, ...object } as never) === true;
}

/** Applies objects as Argo CD does: they have its annotation, and it owns what they say. */
export async function applyLikeArgoCd(kubectl: Kubectl, objects: readonly KubernetesObject[]): Promise<void> {
  const items = objects.map((object) => ({ ...object, metadata: tracked(object) }));
  const apply = ['apply', '--server-side', '--force-conflicts', `--field-manager=${ARGO_CD}`, '--filename=-'];
  await kubectl.run(apply, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
}

/** What Argo CD would change in the live objects: how it tells whether an Application is in sync. */
export async function differencesForArgoCd(kubectl: Kubectl, objects: readonly KubernetesObject[]): Promise<string> {
  const items = objects.map((object) => ({ ...object, metadata: tracked(object) }));
  const args = ['diff', '--server-side', '--force-conflicts', `--field-manager=${ARGO_CD}`, '--filename=-'];
  const { output, errors } = await kubectl.try(args, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return output + errors;
}

/** The objects of an environment and its clusters by sync wave, the first wave first: those of a cluster come before. */
export async function wavesOf(kubectl: Kubectl, { folders }: EnvironmentPlan): Promise<KubernetesObject[][]> {
  const waves: KubernetesObject[][] = [];
  for (const folder of folders) {
    const objects = await kubectl.kustomized(folder);
    const numbers = [...new Set(objects.map(waveOf))].sort((a, b) => a - b);
    waves.push(...numbers.map((wave) => objects.filter((object) => waveOf(object) === wave)));
  }
  return waves;
}

// --- internal ---

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#server-side-apply */
const ARGO_CD = 'argocd-controller';

const waveOf = ({ metadata }: KubernetesObject): number =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

/** @see https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/ */
function tracked({ kind, metadata }: KubernetesObject) {
  const { namespace = '', name, annotations } = metadata;
  const id = `sample:external-secrets.io/${kind}:${namespace}/${name}`;
  return { ...metadata, annotations: { ...annotations, 'argocd.argoproj.io/tracking-id': id } };
}
