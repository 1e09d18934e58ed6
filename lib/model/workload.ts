import type { ConsumerKind } from './bundle';
import type { Home, Labels } from './plan';

/** What restarts a workload when a Secret that it reads has changed. */
export const RESTARTS = ['none', 'reloader'] as const;
export type Restart = (typeof RESTARTS)[number];

/**
 * The kinds whose pods Reloader replaces. It would run a CronJob or Job at once, whose next pod has the new value anyway.
 * @see https://github.com/stakater/Reloader/issues/543
 */
export const ROLLED_KINDS: readonly ConsumerKind[] = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** What a workload that somebody else makes gets from the bundles that name it as their consumer. */
export interface PlannedWorkload {
  /** Home, namespace, kind and name. */
  readonly id: string;
  readonly home: Home;
  readonly kind: ConsumerKind;
  readonly name: string;
  readonly namespace: string;
  readonly annotations: Labels;
  /** Those of its containers that get variables. */
  readonly containers: readonly { readonly name: string; readonly env: readonly PlannedVariable[] }[];
}

/** An environment variable, and the key of the Secret that it is. */
export interface PlannedVariable {
  readonly name: string;
  /** As whoever patches the workload writes it: without the hash where kustomize makes the Secret. */
  readonly secretName: string;
  readonly key: string;
  /** True when the pod starts without the key. */
  readonly optional: boolean;
}
