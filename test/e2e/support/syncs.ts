import { setTimeout as sleep } from 'node:timers/promises';
import type { Aws } from './aws';
import type { Condition, Kubectl, KubernetesObject } from './kubectl';
import type { Vault } from './vault';

/** What a test needs to ask. */
export interface World {
  readonly aws: Aws;
  readonly kubectl: Kubectl;
  /** Where a test has one. */
  readonly vault?: Vault;
}

export const readyOf = ({ status }: KubernetesObject): Condition | undefined =>
  status?.conditions?.find(({ type }) => type === 'Ready');

/** Waits until a condition holds; the error shows the objects, the operator's events and the last calls to AWS. */
export async function eventually(
  what: string,
  world: World,
  namespace: string,
  holds: () => Promise<boolean>,
  limit = 30_000,
): Promise<void> {
  const deadline = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > deadline)
      throw new Error(`${what}: not after ${limit / 1000} s\n${await explained(world, namespace)}`);
    await sleep(100);
  }
}

/** Waits until every ExternalSecret of a namespace is ready. */
export const allReady = (world: World, namespace: string): Promise<void> =>
  eventually(`every ExternalSecret of ${namespace} is ready`, world, namespace, async () => {
    const syncs = await world.kubectl.list('externalsecret', namespace);
    return syncs.length > 0 && syncs.every((sync) => readyOf(sync)?.status === 'True');
  });

/** Waits until the operator has said of every ExternalSecret of a namespace whether it is ready. */
export const tried = (world: World, namespace: string): Promise<void> =>
  eventually(`every ExternalSecret of ${namespace} is tried`, world, namespace, async () =>
    (await world.kubectl.list('externalsecret', namespace)).every((sync) => readyOf(sync) !== undefined),
  );

/** Waits until an ExternalSecret is ready, or until it is not. */
export const becomes = (
  ready: boolean,
  world: World,
  namespace: string,
  name: string,
  limit?: number,
): Promise<void> => {
  const holds = async () => {
    const found = await world.kubectl.tryGet('externalsecret', name, namespace);
    return found !== undefined && readyOf(found)?.status === (ready ? 'True' : 'False');
  };
  return eventually(`${name} is ${ready ? '' : 'not '}ready`, world, namespace, holds, limit);
};

/** Waits until an event says something: it may come after the condition that it explains. */
export const isSaid = (text: string, world: World, namespace: string, name?: string): Promise<void> =>
  eventually(`an event says "${text}"`, world, namespace, async () =>
    (await eventsOf(world, namespace, name)).some((event) => event.includes(text)),
  );

/** Waits until the operator has made no call for a while: a refresh that has begun is over. */
export async function rests(world: World, namespace: string): Promise<void> {
  let seen = -1;
  await eventually('the operator rests', world, namespace, async () => {
    const before = seen;
    const calls = await world.aws.calls();
    const requests = world.vault?.requests() ?? [];
    seen = calls.some(({ status }) => status === null) ? -1 : calls.length + requests.length;
    if (before !== seen || seen < 0) await sleep(1500);
    return before === seen && seen >= 0;
  });
}

/** The operator's last word on an object. */
export async function eventsOf({ kubectl }: World, namespace: string, name?: string): Promise<string[]> {
  const events = (await kubectl.list('events', namespace)) as unknown as Event[];
  return events
    .filter(({ involvedObject }) => name === undefined || involvedObject.name === name)
    .map(({ involvedObject, message }) => `${involvedObject.kind} ${involvedObject.name}: ${message}`);
}

/** Makes the operator read, or push, again now. */
export const forceSync = (
  { kubectl }: World,
  namespace: string,
  name: string,
  kind: 'externalsecret' | 'pushsecret' = 'externalsecret',
): Promise<string> =>
  kubectl.run(['annotate', kind, name, `--namespace=${namespace}`, '--overwrite', `force-sync=${Date.now()}`]);

/** All that helps to see why: never a value. */
export async function explained(world: World, namespace: string): Promise<string> {
  const objects = ['clustersecretstore', 'secretstore', 'externalsecret', 'pushsecret'].map((kind) =>
    world.kubectl.list(kind, namespace),
  );
  const [found, events, calls] = [
    (await Promise.all(objects)).flat(),
    await eventsOf(world, namespace),
    await world.aws.calls(),
  ];
  return [
    ...found.map((object) => `${object.kind} ${object.metadata.name}: ${JSON.stringify(object.status)}`),
    ...found.map((object) => JSON.stringify({ kind: object.kind, name: object.metadata.name, spec: object.spec })),
    ...events.slice(-20).map((event) => `event: ${event}`),
    ...calls.slice(-20).map((call) => `call: ${JSON.stringify(call)}`),
    ...(world.vault?.requests() ?? []).slice(-20).map((request) => `to Vault: ${JSON.stringify(request)}`),
  ].join('\n');
}

// --- internal ---

interface Event {
  readonly involvedObject: { readonly kind: string; readonly name: string };
  readonly message: string;
}
