import type { PlannedOperator } from '../../../lib/model';
import { chartText } from './helm';
import type { KubernetesObject } from './kubectl';

/** As much of a Deployment of the operator's chart as tests read. */
export interface ChartDeployment {
  readonly replicas: number;
  readonly template: {
    readonly metadata: { readonly labels: Readonly<Record<string, string>> };
    readonly spec: {
      readonly serviceAccountName: string;
      readonly containers: readonly ChartContainer[];
      readonly topologySpreadConstraints?: readonly { readonly labelSelector: Selector }[];
    };
  };
}

export interface ChartContainer {
  readonly args: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly resources?: unknown;
}

export interface Selector {
  readonly matchLabels: Readonly<Record<string, string>>;
}

/** The Deployments of the operator's chart: the controller, its webhook and what makes the webhook's certificates. */
export const DEPLOYMENTS = ['external-secrets', 'external-secrets-webhook', 'external-secrets-cert-controller'];

export const deploymentIn = (objects: readonly KubernetesObject[], name = DEPLOYMENTS[0]!): ChartDeployment =>
  objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === name)!.spec as ChartDeployment;

export const containerIn = (objects: readonly KubernetesObject[], name?: string): ChartContainer =>
  deploymentIn(objects, name).template.spec.containers[0]!;

export const variablesOf = ({ env = [] }: ChartContainer): Record<string, string> =>
  Object.fromEntries(env.map(({ name, value }) => [name, value]));

/** Whether a selector is for the pods of a Deployment. */
export const selects = ({ matchLabels }: Selector, { template }: ChartDeployment): boolean =>
  Object.entries(matchLabels).every(([name, value]) => template.metadata.labels[name] === value);

/**
 * The values of an operator whose change its chart does not notice: it would print the same, or its schema would have
 * refused them in the first place.
 */
export async function unusedIn({ version, namespace, values }: PlannedOperator): Promise<string[]> {
  const usual = await chartText(version, namespace, JSON.stringify(values));
  const unused = [];
  for (const { path, changed, without } of changesOf(values)) {
    for (const other of [changed, without]) {
      const printed = await chartText(version, namespace, JSON.stringify(other)).catch(() => 'refused');
      if (printed === usual) unused.push(path);
    }
  }
  return unused;
}

// --- internal ---

interface Change {
  readonly path: string;
  readonly changed: unknown;
  /** As if the chart's own value were good enough. */
  readonly without: unknown;
}

/** Every leaf changed, and every leaf left out; a list is a leaf. */
function changesOf(values: Readonly<Record<string, unknown>>): Change[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const { [name]: _one, ...without } = values;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [{ path: name, changed: { ...values, [name]: otherThan(value) }, without }];
    }
    return changesOf(value as Readonly<Record<string, unknown>>).map((inner) => ({
      path: `${name}.${inner.path}`,
      changed: { ...values, [name]: inner.changed },
      without: { ...values, [name]: inner.without },
    }));
  });
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? `${value}-changed` : [];
}
