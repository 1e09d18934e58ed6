import type { Plan } from '../model';
import type { PlanCheck } from './check';
import type { Places } from './place';
import { repeated } from './support/grouped';
import { kmsKeyPlaces } from './support/kms-key-places';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/cdk/v2/guide/identifiers.html */
export const constructIdsAreUnique: PlanCheck = {
  code: 'construct-ids-are-unique',
  severity: 'error',
  summary: 'No two resources of a stack have one construct id: what an entry was called `formerly` is no other entry.',
  *run(plan, at) {
    for (const [{ id, home, path, what }, earlier] of repeated(resources(plan, at), (it) => `${it.stack}/${it.id}`)) {
      // Two stacks of one name have a finding of their own.
      if (what === earlier.what || home !== earlier.home) continue;
      yield {
        path: path(),
        message: `${what} has the construct id ${quoted(id)}, which is that of ${earlier.what}`,
        mend: 'choose another id for one of the two',
      };
    }
  },
};

// --- internal ---

interface Resource {
  readonly home: string;
  readonly stack: string;
  readonly id: string;
  readonly what: string;
  path(): string;
}

function* resources(plan: Plan, at: Places): Iterable<Resource> {
  const placeOf = kmsKeyPlaces(plan, at);
  for (const key of plan.kmsKeys) {
    if (key.stack === undefined) continue;
    yield {
      home: key.home,
      stack: key.stack,
      id: key.constructId,
      what: `the key ${quoted(key.alias ?? '')}`,
      path: () => placeOf(key),
    };
  }
  // Those that were renamed last: they are what to change.
  const entries = [...plan.entries].sort((a, b) => Number(isRenamed(a)) - Number(isRenamed(b)));
  for (const { stack, constructId, home, entry } of entries) {
    if (stack === undefined) continue;
    const field = constructId === entry ? `entries.${entry}` : `entries.${entry}.formerly`;
    yield { home, stack, id: constructId, what: `the entry ${quoted(entry)}`, path: () => at.catalogue(home, field) };
  }
  for (const role of plan.roles) {
    const what = `the role ${quoted(role.name)}`;
    yield { home: role.home, stack: role.stack, id: role.constructId, what, path: () => at.role(role, 'role.name') };
  }
}

const isRenamed = ({ constructId, entry }: { readonly constructId: string; readonly entry: string }): boolean =>
  constructId !== entry;
