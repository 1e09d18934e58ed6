import { isDeepStrictEqual } from 'node:util';
import { valuesFor } from './deployment';
import { type EnvironmentPlan, putValue } from './environment';
import { decoded, expectedData, type Values } from './expected-data';
import type { Fault, Scene } from './faults';
import { type SecretsData, SecretsSeen } from './secrets-seen';
import { eventually, readyOf } from './syncs';

/** One fault: from before it begins until everything is as before, but for values that were put meanwhile. */
export class Trial {
  readonly seen: SecretsSeen;
  private began = 0;
  private mend: (() => Promise<void>) | undefined;

  constructor(
    private readonly fault: Fault,
    private readonly scene: Scene,
    kubeconfig: string,
  ) {
    this.seen = new SecretsSeen(kubeconfig, scene.namespace);
  }

  /** Begins the fault while all Secrets hold these values, waits until the syncs have met it, and puts others. */
  async begin(values: Values): Promise<Values> {
    await this.saw(values);
    this.began = Date.now();
    this.mend = await this.fault.begin(this.scene);
    await this.fault.met(this.scene);
    return putNewValues(this.scene);
  }

  /** Ends the fault and waits until all Secrets hold these values; nobody tells the operator to hurry. */
  async end(values: Values): Promise<void> {
    await this.over();
    const ended = Date.now();
    await arrived(this.scene, values);
    const [during, after] = [ended - this.began, Date.now() - ended].map((time) => (time / 1000).toFixed(1));
    process.stderr.write(`faults: ${this.fault.name}: ${during} s; all ready again after ${after} s\n`);
  }

  /** Waits until every Secret was seen with these values. */
  saw(values: Values): Promise<void> {
    const { its, namespace, world } = this.scene;
    return eventually('all was seen', world, namespace, async () => this.seen.has(secretsOf(its, values)));
  }

  /** Leaves nothing behind, whatever failed: other suites use the same engine. */
  async clear(): Promise<void> {
    await this.over().finally(() => this.seen.stop());
  }

  // --- internal ---

  private async over(): Promise<void> {
    const { mend } = this;
    this.mend = undefined;
    await mend?.();
  }
}

/** What an environment's Secrets hold once these values have arrived. */
export const secretsOf = ({ bundles }: EnvironmentPlan, values: Values): SecretsData =>
  new Map(bundles.map((bundle) => [bundle.secretName, expectedData(bundle, values)]));

/** Puts other values into all entries. */
export async function putNewValues({ world, its }: Scene): Promise<Values> {
  const values = valuesFor(its);
  for (const { id, remoteKey } of its.entries) await putValue(world.aws, its, remoteKey, values.get(id)!);
  return values;
}

/** Waits until every store and sync is ready and every Secret holds these values. */
export const arrived = (scene: Scene, values: Values): Promise<void> =>
  eventually('all is ready with the new values', scene.world, scene.namespace, () => holds(scene, values), LIMIT);

// --- internal ---

/** The operator waits about as long as a fault took before it tries again: for the store, and then for the syncs. */
const LIMIT = 100_000;

async function holds({ world: { kubectl }, its, namespace }: Scene, values: Values): Promise<boolean> {
  const lists = ['secret', 'secretstore', 'externalsecret'].map((kind) => kubectl.list(kind, namespace));
  const [secrets, ...synced] = await Promise.all(lists);
  const data = new Map(secrets!.map((secret) => [secret.metadata.name, decoded(secret.data)]));
  return (
    synced.flat().every((one) => readyOf(one)?.status === 'True') && isDeepStrictEqual(data, secretsOf(its, values))
  );
}
