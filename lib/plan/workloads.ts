import {
  type ConsumerInput,
  type PlannedBundle,
  type PlannedConsumer,
  type PlannedWorkload,
  ROLLED_KINDS,
} from '../model';
import { RELOADER_SECRETS } from './names';
import type { Site } from './sites';

/** A consumer with all that it leaves out; nothing restarts by itself what would run at once. */
export function planConsumer({ environment }: Site, input: ConsumerInput, namespace: string): PlannedConsumer {
  const { kind, name, env = [], container = name, serviceAccount } = input;
  const usual = ROLLED_KINDS.includes(kind) ? environment.restart : undefined;
  const variables = isList(env) ? env.map((key) => [key, key] as const) : Object.entries(env);
  return {
    kind,
    name,
    namespace,
    container,
    env: variables.map(([variable, key]) => ({ name: variable, key })),
    restart: input.restart ?? usual ?? 'none',
    ...(serviceAccount !== undefined && { serviceAccount }),
  };
}

/** What each workload gets from all bundles that name it; nothing for one that gets nothing. */
export function planWorkloads(bundles: readonly PlannedBundle[]): PlannedWorkload[] {
  const byId = new Map<string, Reads>();
  for (const bundle of bundles) {
    for (const consumer of bundle.consumers) {
      const { kind, name, namespace } = consumer;
      const id = `${bundle.home}/${namespace}/${kind.toLowerCase()}-${name}`;
      const reads = byId.get(id) ?? { home: bundle.home, kind, name, namespace, all: [] };
      byId.set(id, { ...reads, all: [...reads.all, { bundle, consumer }] });
    }
  }
  const workloads = [...byId].map(([id, { all, ...own }]) => ({
    id,
    ...own,
    annotations: annotationsOf(all),
    containers: containersOf(all),
  }));
  return workloads.filter(
    ({ annotations, containers }) => containers.length > 0 || Object.keys(annotations).length > 0,
  );
}

// --- internal ---

interface Read {
  readonly bundle: PlannedBundle;
  readonly consumer: PlannedConsumer;
}

type Reads = Pick<PlannedWorkload, 'home' | 'kind' | 'name' | 'namespace'> & { readonly all: readonly Read[] };
type Env = PlannedWorkload['containers'][number]['env'];

const isList = (env: NonNullable<ConsumerInput['env']>): env is readonly string[] => Array.isArray(env);

/** A Secret that never changes under its name restarts nobody. */
function annotationsOf(all: readonly Read[]): PlannedWorkload['annotations'] {
  const restarting = all.filter(({ bundle, consumer }) => consumer.restart === 'reloader' && mayChange(bundle));
  const names = [...new Set(restarting.map(({ bundle }) => bundle.secretName))].sort();
  return names.length > 0 ? { [RELOADER_SECRETS]: names.join(',') } : {};
}

/** An immutable one is what it was, and one with its hash in its name has another name, which is a new pod already. */
const mayChange = ({ immutable, source }: PlannedBundle): boolean =>
  !immutable && (source.kind === 'sync' || !source.nameSuffixHash);

function containersOf(all: readonly Read[]): PlannedWorkload['containers'] {
  const byName = new Map<string, Map<string, Env[number]>>();
  for (const { bundle, consumer } of all) {
    for (const { name, key } of consumer.env) {
      const env = byName.get(consumer.container) ?? new Map<string, Env[number]>();
      byName.set(consumer.container, env);
      const optional = bundle.keys.find((one) => one.name === key)?.required === false;
      // One that is said twice differently is a finding.
      if (!env.has(name)) env.set(name, { name, secretName: referenceTo(bundle), key, optional });
    }
  }
  return [...byName].sort(byFirst).map(([name, env]) => ({ name, env: [...env].sort(byFirst).map(([, it]) => it) }));
}

/** kustomize appends the hash of what its generator makes to the references to it as well, and an overlay may change it. */
const referenceTo = ({ source, secretName }: PlannedBundle): string =>
  source.kind === 'embedded' && source.as === 'secretGenerator' ? source.name : secretName;

const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
