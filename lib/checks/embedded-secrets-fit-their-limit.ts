import type { PlanCheck } from './check';

/** @see https://kubernetes.io/docs/concepts/configuration/secret/#restriction-data-size */
const LIMIT = 1024 * 1024;

export const embeddedSecretsFitTheirLimit: PlanCheck = {
  code: 'embedded-secrets-fit-their-limit',
  severity: 'error',
  summary: 'The values of an embedded Secret are at most 1 MiB together.',
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      if (bundle.source.kind !== 'embedded') continue;
      const values = Object.values(bundle.source.data);
      const bytes = values.reduce((sum, value) => sum + Buffer.byteLength(value, 'base64'), 0);
      if (bytes <= LIMIT) continue;
      yield {
        path: at.catalogue(bundle.home, `bundles.${bundle.bundle}`),
        message: `the values are ${Math.ceil(bytes / 1024)} KiB: a Secret holds at most ${LIMIT / 1024}`,
        mend: 'divide it into several bundles',
      };
    }
  },
};
