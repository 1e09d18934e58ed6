import { isDeepStrictEqual } from 'node:util';
import type { OutputCheck } from './check';
import { outputPlacesOf } from './support/output-places';
import type { WrittenStore, WrittenSync } from './support/read-manifests';
import { readingOf } from './support/who-reads';
import { quoted, REPORT_IT } from './support/words';

/** @see https://external-secrets.io/latest/api/clustersecretstore/ */
export const syncsFindTheirStore: OutputCheck = {
  code: 'syncs-find-their-store',
  severity: 'error',
  summary:
    'The store of every ExternalSecret and PushSecret is in its namespace, or is one of its clusters and open to its namespace.',
  catches: 'k8s-myhome: ExternalSecrets in several namespaces name a SecretStore that is in `default`',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    const reading = readingOf(written, plan, at);
    for (const sync of [...written.syncs.filter(hasStore), ...written.pushes]) {
      const { kind, name } = sync.store;
      const isPush = sync.kind === 'PushSecret';
      const path = isPush ? places.push(sync) : places.sync(sync);
      const mend = isPush ? REPORT_IT : places.mendOfSync(sync);
      const stores = reading.storesOf(sync);
      const wanted = kind === 'SecretStore' ? 1 : at.clustersOf(sync.home).length;
      if (stores.length < wanted) {
        yield {
          path,
          message: `${sync.file} names the ${kind} ${quoted(name)}, which is not ${
            kind === 'SecretStore' ? `in ${whereabouts(sync)}` : 'on every cluster of the environment'
          }`,
          mend,
        };
      }
      for (const store of stores) {
        if (kind === 'SecretStore' || isOpen(store, sync)) continue;
        yield {
          path,
          message: `${sync.file} is in ${whereabouts(sync)}, to which ${store.file} is not open`,
          mend,
        };
      }
    }
  },
};

// --- internal ---

/** What a generator makes takes no store. */
const hasStore = ({ store, keys, tags, finds }: WrittenSync): boolean =>
  store.name !== '' || keys.length + tags.length + finds.length > 0;

/** Where something goes through a store: a push says no selector. */
type Whereabouts = Pick<WrittenSync, 'namespace'> & Partial<Pick<WrittenSync, 'selectors'>>;

/** Text for text: both come from one plan, and whether one selector is within another takes the labels of a cluster. */
const isOpen = (store: WrittenStore, { namespace, selectors = [] }: Whereabouts): boolean =>
  namespace === undefined
    ? selectors.every((one) => store.selectors.some((other) => isDeepStrictEqual(one, other)))
    : store.conditions.includes(namespace);

const whereabouts = ({ namespace, selectors }: Whereabouts): string =>
  namespace === undefined ? `the namespaces that ${JSON.stringify(selectors)} selects` : quoted(namespace);
