import { isDeepStrictEqual } from 'node:util';
import { engine } from './engine';
import { putValue } from './environment';
import { decoded, expectedData } from './expected-data';
import type { Installed } from './proves-installed';
import { eventually, forceSync } from './syncs';
import { type EntryValue, valueFor } from './values';

/** The test of an operator with two pods. */
export function provesFailover(installed: () => Installed): void {
  const takesOver = async () => {
    const first = await leader(installed());
    for (const pod of PODS) {
      await engine.stop(pod);
      await arrives(installed());
      const last = await leader(installed());
      await engine.start(pod);
      // else the other one leads
      if (last !== first) return;
    }
    throw new Error(`${first} leads for ever`);
  };
  test('when the pod that leads ends, the other one takes over and syncs', takesOver, 3 * LIMIT);
}

// --- internal ---

const PODS = ['external-secrets', 'external-secrets-2'];

/** Longer than a lease that nobody renews. @see https://pkg.go.dev/sigs.k8s.io/controller-runtime/pkg/manager#Options */
const LIMIT = 60_000;

/** @see https://kubernetes.io/docs/concepts/architecture/leases/ */
async function leader({ its, world: { kubectl } }: Installed): Promise<string | undefined> {
  const lease = await kubectl.tryGet('lease', 'external-secrets-controller', its.operators[0]!.namespace);
  return (lease?.spec as { readonly holderIdentity?: string } | undefined)?.holderIdentity;
}

/** Puts other values into all entries, and waits until a Secret holds them. */
async function arrives({ its, world }: Installed): Promise<void> {
  const values = new Map<string, EntryValue>(its.entries.map((entry) => [entry.id, valueFor(entry)]));
  for (const { id, remoteKey } of its.entries) await putValue(world.aws, its, remoteKey, values.get(id)!);
  const bundle = its.bundles[0]!;
  const { namespace, secretName, source } = bundle;
  await forceSync(world, namespace, source.name);
  const holds = async () => {
    const secret = await world.kubectl.tryGet('secret', secretName, namespace);
    return isDeepStrictEqual(decoded(secret?.data), expectedData(bundle, values));
  };
  await eventually('the Secret holds the new values', world, namespace, holds, LIMIT);
}
