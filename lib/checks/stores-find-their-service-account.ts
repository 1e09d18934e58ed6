import type { OutputCheck } from './check';
import { outputPlacesOf } from './support/output-places';
import { readingOf } from './support/who-reads';
import { quoted, REPORT_IT } from './support/words';

/** @see https://external-secrets.io/latest/provider/aws-access/ */
export const storesFindTheirServiceAccount: OutputCheck = {
  code: 'stores-find-their-service-account',
  severity: 'error',
  summary: 'Every ServiceAccount that a store names is written beside it, or is known to be made by something else.',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    const reading = readingOf(written, plan, at);
    const elsewhere = new Set(plan.serviceAccounts.flatMap(({ id, emitted }) => (emitted ? [] : [id])));
    for (const store of written.stores) {
      const { auth, home, file } = store;
      if (auth.kind !== 'serviceAccount' || reading.serviceAccountOf(store)) continue;
      if (elsewhere.has(`${home}/${auth.namespace}/${auth.name}`)) continue;
      yield {
        path: places.store(store),
        message: `${file} names the ServiceAccount ${quoted(`${auth.namespace}/${auth.name}`)}, which nothing makes`,
        mend: REPORT_IT,
      };
    }
  },
};
