import { setTimeout as sleep } from 'node:timers/promises';
import type { PlannedRole } from '../../../lib/model';
import { Place } from './account/place';
import { engine } from './engine';
import type { EnvironmentPlan } from './environment';
import { eventually, readyOf, type World } from './syncs';
import { textsOf, tryTextOf } from './xml';

/** Where a fault happens: an environment that is deployed and synced. */
export interface Scene {
  readonly world: World;
  readonly its: EnvironmentPlan;
  readonly namespace: string;
}

/** Something that goes wrong for a while. */
export interface Fault {
  /** What happens, in words that go on after "when". */
  readonly name: string;
  /** What an event says of it, where the operator is there to say it. */
  readonly event?: string;
  /** Gives what ends it. */
  readonly begin: (scene: Scene) => Promise<() => Promise<void>>;
  /** Waits until the syncs have met it. */
  readonly met: (scene: Scene) => Promise<void>;
}

export const faults: readonly Fault[] = [
  {
    name: 'AWS refuses connections',
    event: 'connection refused',
    begin: () => without('aws'),
    met: (scene) => notReady(scene, 'secretstore', 'externalsecret'),
  },
  {
    name: 'AWS throttles the reads',
    event: 'ThrottlingException',
    begin: async ({ world }) => {
      await world.aws.weather({ throttle: true, actions: ['GetSecretValue'] });
      return () => world.aws.weather();
    },
    met: (scene) => notReady(scene, 'externalsecret'),
  },
  {
    name: 'the role is deleted',
    event: 'AccessDenied',
    begin: withoutRoles,
    met: (scene) => notReady(scene, 'secretstore', 'externalsecret'),
  },
  { name: 'the API server is killed', begin: () => without('kube-apiserver'), met: someRefreshes },
  {
    name: 'etcd is killed',
    begin: async (scene) => {
      await engine.stop('etcd');
      return () => engine.start('etcd').then(() => serving(scene));
    },
    met: someRefreshes,
  },
  {
    name: 'the operator is killed while it reads',
    begin: async ({ world }) => {
      await world.aws.weather({ delay: 10, actions: ['GetSecretValue'] });
      return () => world.aws.weather().then(() => engine.start('external-secrets'));
    },
    met: (scene) => reading(scene).then(() => engine.stop('external-secrets')),
  },
];

/** Waits until a read waits for its answer. */
export const reading = ({ world, namespace }: Scene): Promise<void> =>
  eventually('the operator reads', world, namespace, async () => {
    const calls = await world.aws.calls();
    return calls.some(({ action, status }) => action === 'GetSecretValue' && status === null);
  });

// --- internal ---

async function without(part: string): Promise<() => Promise<void>> {
  await engine.stop(part);
  return () => engine.start(part);
}

/** Waits until each of them says so: afterwards each has to find out by itself that it is over. */
const notReady = ({ world, namespace }: Scene, ...kinds: readonly string[]): Promise<void> =>
  eventually(`each ${kinds.join(' and ')} is not ready`, world, namespace, async () => {
    const objects = (await Promise.all(kinds.map((kind) => world.kubectl.list(kind, namespace)))).flat();
    return objects.every((object) => readyOf(object)?.status === 'False');
  });

/** Nobody can say that the syncs met this one: it lasts longer than a refresh and a failed attempt. */
async function someRefreshes(): Promise<void> {
  await sleep(5000);
}

/** Waits until the API server has found its etcd again. */
const serving = ({ world, namespace }: Scene): Promise<void> =>
  eventually('the API server is ready', world, namespace, async () => {
    return (await world.kubectl.try(['get', '--raw=/readyz'])).status === 0;
  });

async function withoutRoles({ world, its: { roles, backend } }: Scene): Promise<() => Promise<void>> {
  const place = new Place(world.aws, { account: backend.account!, region: backend.region! });
  const restore = await Promise.all(roles.map((role) => withoutRole(place, role)));
  return async () => {
    for (const one of restore) await one();
  };
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html */
async function withoutRole(place: Place, { name: RoleName, path: Path }: PlannedRole): Promise<() => Promise<void>> {
  const trust = tryTextOf(await place.iam('GetRole', { RoleName }), 'AssumeRolePolicyDocument')!;
  const policies = textsOf(await place.iam('ListAttachedRolePolicies', { RoleName }), 'PolicyArn');
  for (const PolicyArn of policies) await place.iam('DetachRolePolicy', { RoleName, PolicyArn });
  await place.iam('DeleteRole', { RoleName });
  return async () => {
    await place.iam('CreateRole', { RoleName, Path, AssumeRolePolicyDocument: decodeURIComponent(trust) });
    for (const PolicyArn of policies) await place.iam('AttachRolePolicy', { RoleName, PolicyArn });
  };
}
