import type { PlanCheck } from './check';
import { kmsKeyPlaces } from './support/kms-key-places';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html */
export const kmsKeysAreInTheRegionOfTheirEntries: PlanCheck = {
  code: 'kms-keys-are-in-the-region-of-their-entries',
  severity: 'error',
  summary: 'A KMS key is in the region of the entries that it encrypts.',
  *run(plan, at) {
    const environments = new Map(plan.environments.map((environment) => [environment.id, environment]));
    const placeOf = kmsKeyPlaces(plan, at);
    for (const key of plan.kmsKeys) {
      const region = environments.get(key.home)?.region;
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
