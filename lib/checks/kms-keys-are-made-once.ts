import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { kmsKeyPlaces } from './support/kms-key-places';
import { hasPlaceholder, quoted } from './support/words';

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html */
export const kmsKeysAreMadeOnce: PlanCheck = {
  code: 'kms-keys-are-made-once',
  severity: 'error',
  summary: 'No two stacks make a KMS key of one alias in an account and region.',
  *run(plan, at) {
    const places = new Map(plan.stacks.map(({ id, account, region }) => [id, `${account} ${region}`]));
    const placeOf = kmsKeyPlaces(plan, at);
    const made = plan.kmsKeys.filter(({ managed, alias = '' }) => managed && !hasPlaceholder(alias));
    for (const [key, earlier] of repeated(made, ({ alias, stack = '' }) => `${places.get(stack)} ${alias}`)) {
      // Planned twice because its environment is written twice, which has a finding of its own.
      if (key.id === earlier.id) continue;
      yield {
        path: `${placeOf(key)}.alias`,
        message: `${quoted(key.alias ?? '')} is made in ${quoted(earlier.stack ?? '')} as well`,
        mend: 'put "{environment}" into it, choose another one, or read the key with `{ alias }` in one of the two',
      };
    }
  },
};
