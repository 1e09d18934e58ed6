import type { PlanCheck } from './check';
import { kmsKeyPlaces } from './support/kms-key-places';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html */
export const kmsKeysAreInTheRegionOfTheirEntries: PlanCheck = {
  code: 'kms-keys-are-in-the-region-of-their-entries',
  severity: 'error',
  summary: 'A KMS key is in the region of the entries that it encrypts.',
  *run(plan, at) {
    const backends = new Map(plan.backends.map(({ id, region }) => [id, region]));
    const regions = new Map(plan.entries.map(({ kmsKey = '', keeper }) => [kmsKey, backends.get(keeper)]));
    const placeOf = kmsKeyPlaces(plan, at);
    for (const key of plan.kmsKeys) {
      const region = regions.get(key.id);
      const [, given] = /^arn:[^:]+:kms:([^:]+):\d+:key\//.exec(key.arn ?? '') ?? [];
      if (given === undefined || region === undefined || given === region) continue;
      yield {
        path: placeOf(key),
        message: `the key is in ${quoted(given)}, and the entries are in ${quoted(region)}`,
        mend: `write the ARN of a key in ${quoted(region)}`,
      };
    }
  },
};
