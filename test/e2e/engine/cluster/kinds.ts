import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OperatorRelease } from '../build/operators';
import type { Site } from '../parts/site';
import { kubectl } from './kubectl';

/**
 * Waits until the API server tells everybody of the operator's kinds. Whoever asks too early does not know them: a
 * namespace that ends then leaves its objects of these kinds behind, to be found by the next one of its name.
 * @see https://github.com/kubernetes/kubernetes/issues/49027
 */
export async function kindsServed(release: OperatorRelease, site: Site): Promise<void> {
  const missing = async () => {
    const served = (await kubectl(site, ['api-resources', '--cached=false', '--output=name'])).split('\n');
    return kindsOf(release)
      .filter((kind) => !served.includes(kind))
      .join('\n');
  };
  // It fails while a group is on its way.
  await until(() => missing().catch(({ message }: Error) => message), 'kinds that are not served');
}

/** Waits until no object of the operator's kinds is left: it must run to end them itself. */
export async function kindsEmpty(release: OperatorRelease, site: Site): Promise<void> {
  const list = ['get', kindsOf(release).join(), '--all-namespaces', '--no-headers', `--output=${COLUMNS}`];
  await until(() => kubectl(site, list), 'objects that are still there');
}

// --- internal ---

const LIMIT = 60_000;
/** What an object is, and what keeps it. */
const COLUMNS =
  'custom-columns=:.kind,:.metadata.namespace,:.metadata.name,:.metadata.deletionTimestamp,:.metadata.finalizers';

/** Such as `secretstores.external-secrets.io`, from the names of the files. */
const kindsOf = ({ crds }: OperatorRelease): string[] =>
  readdirSync(crds).map((file) => file.replace(/^(.*)_(.*)\.yaml$/, '$2.$1'));

/** Waits until nothing is left of what there is to wait for. */
async function until(left: () => Promise<string>, what: string): Promise<void> {
  const deadline = Date.now() + LIMIT;
  for (let text = await left(); text !== ''; text = await left()) {
    if (Date.now() > deadline) throw new Error(`${what}, after ${LIMIT / 1000} s:\n${text}`);
    await sleep(100);
  }
}
