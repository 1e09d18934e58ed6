import type { PlannedKmsKey } from '../model';
import type { Flaw, PlanCheck } from './check';
import { kmsKeyPlaces } from './support/kms-key-places';
import { hasPlaceholder, quoted } from './support/words';

export const kmsKeysAreWellFormed: PlanCheck = {
  code: 'kms-keys-are-well-formed',
  severity: 'error',
  summary: 'A KMS key is given by the ARN of a key, or by an alias that KMS takes.',
  *run(plan, at) {
    const placeOf = kmsKeyPlaces(plan, at);
    for (const key of plan.kmsKeys) {
      const flaw = key.arn === undefined ? aliasFlaw(key) : arnFlaw(key.arn);
      if (flaw) yield { path: placeOf(key), ...flaw };
    }
  },
};

// --- internal ---

/** @see https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN */
function arnFlaw(arn: string): Omit<Flaw, 'path'> | undefined {
  if (/^arn:[a-z-]+:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/.test(arn)) return undefined;
  const [, alias] = /:(alias\/.+)$/.exec(arn) ?? [];
  // A policy names no alias as a resource: the alias has to be known as one.
  if (alias) return { message: `${quoted(arn)} is the ARN of an alias`, mend: `write { alias: ${quoted(alias)} }` };
  return {
    message: `${quoted(arn)} is not the ARN of a KMS key`,
    mend: 'write "arn:aws:kms:<region>:<account>:key/<id>", as `aws kms describe-key` prints it',
  };
}

/** @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html */
function aliasFlaw({ alias = '', managed }: PlannedKmsKey): Omit<Flaw, 'path'> | undefined {
  if (hasPlaceholder(alias)) return undefined;
  if (managed && alias.startsWith('alias/aws/')) {
    return { message: `${quoted(alias)} is reserved for AWS`, mend: 'write another name after "alias/"' };
  }
  if (/^alias\/[A-Za-z0-9/_-]+$/.test(alias) && alias.length <= 256) return undefined;
  const name = alias.replace(/^(alias)?[:/]*/, '').replace(/[^A-Za-z0-9/_-]+/g, '-');
  return {
    message: `${quoted(alias)} is not an alias: "alias/" and letters, digits, "/", "_" and "-", at most 256`,
    mend: name ? `write ${quoted(`alias/${name.slice(0, 250)}`)}` : 'write "alias/…"',
  };
}
