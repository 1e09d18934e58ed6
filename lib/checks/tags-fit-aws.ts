import type { Flaw, PlanCheck } from './check';
import { isMade } from './support/made-entries';
import { counted, quoted } from './support/words';

/** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Tag.html */
export const tagsFitAws: PlanCheck = {
  code: 'tags-fit-aws',
  severity: 'error',
  summary: 'Tags have keys and values that AWS takes, and an entry has at most 50.',
  *run(plan, at) {
    const planned = new Map(plan.stacks.map((stack) => [stack.home, stack.tags]));
    for (const { home, entry, tags, pushedBy } of plan.entries.filter(isMade)) {
      const isPushed = pushedBy !== undefined;
      const pairs = Object.entries(tags);
      // The operator adds one of its own.
      const limit = isPushed ? 49 : 50;
      if (pairs.length > limit) {
        yield {
          path: at.catalogue(home, `entries.${entry}.tags`),
          message: `the entry has ${counted(pairs.length, 'tag')}, with the planned ones: at most ${limit}`,
          mend: `leave out ${pairs.length - limit}`,
        };
      }
      for (const [key, value] of pairs) {
        const flaw =
          keyFlaw(key) ??
          (isPushed ? pushedFlaw(key) : undefined) ??
          plannedFlaw(key, value, planned.get(home)?.[key]) ??
          valueFlaw(key, value);
        const field = key === 'owner' ? 'owner' : `tags.${key}`;
        if (!flaw || at.isFollowing(home, value)) continue;
        yield { path: at.catalogue(home, `entries.${entry}.${field}`), ...flaw };
      }
    }
  },
};

// --- internal ---

const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

function keyFlaw(key: string): Omit<Flaw, 'path'> | undefined {
  if (/^aws:/i.test(key)) {
    return { message: `the tag ${quoted(key)} begins with "aws:", which is reserved`, mend: 'choose another key' };
  }
  if (CHARACTERS.test(key) && key.length >= 1 && key.length <= 128) return undefined;
  return {
    message: `${quoted(key)} is not a tag's key: letters, digits, spaces and _.:/=+-@, 1 to 128`,
    mend: 'choose another key',
  };
}

/** @see https://external-secrets.io/latest/provider/aws-secrets-manager/#additional-metadata-for-pushsecret */
function pushedFlaw(key: string): Omit<Flaw, 'path'> | undefined {
  if (key !== 'managed-by') return undefined;
  return {
    message: 'the tag "managed-by" is the one by which the operator knows what it has made',
    mend: 'choose another key',
  };
}

/** The planned tags are the same words as the labels in the cluster. */
function plannedFlaw(key: string, value: string, planned: string | undefined): Omit<Flaw, 'path'> | undefined {
  if (planned === undefined || planned === value) return undefined;
  return {
    message: `the tag ${quoted(key)} is ${quoted(value)}, and keywright plans it as ${quoted(planned)}`,
    mend: 'choose another key',
  };
}

function valueFlaw(key: string, value: string): Omit<Flaw, 'path'> | undefined {
  if (CHARACTERS.test(value) && value.length <= 256) return undefined;
  return {
    message: `the tag ${quoted(key)} is ${quoted(value)}: letters, digits, spaces and _.:/=+-@, at most 256`,
    mend: `write ${quoted(value.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]+/gu, '-').slice(0, 256))}`,
  };
}
