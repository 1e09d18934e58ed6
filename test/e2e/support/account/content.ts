import type { PlannedStack } from '../../../../lib/model';
import type { Aws } from '../aws';
import { type HeldPolicy, type HeldRole, policiesIn, rolesIn } from './access';
import { Place } from './place';
import { entriesIn, type HeldEntry, type HeldKmsKey, kmsKeysIn } from './secrets';

/** All that accounts hold of the kinds that our templates make. An id is AWS's own: what is replaced gets another one. */
export interface AccountContent {
  readonly entries: readonly HeldEntry[];
  readonly kmsKeys: readonly HeldKmsKey[];
  readonly policies: readonly HeldPolicy[];
  readonly roles: readonly HeldRole[];
}

/** What is in the accounts and regions of some stacks, whoever made it. */
export async function contentOf(aws: Aws, stacks: readonly PlannedStack[]): Promise<AccountContent> {
  const places = [...new Map(stacks.map((one) => [`${one.account} ${one.region}`, new Place(aws, one)])).values()];
  const accounts = [...new Map(places.map((place) => [place.account, place])).values()];
  return {
    entries: await collected(places, entriesIn),
    kmsKeys: await collected(places, kmsKeysIn),
    policies: await collected(accounts, policiesIn),
    roles: await collected(accounts, rolesIn),
  };
}

/** The ids of everything. */
export const idsOf = ({ entries, kmsKeys, policies, roles }: AccountContent): string[] =>
  [...entries, ...kmsKeys, ...policies, ...roles].map(({ id }) => id);

// --- internal ---

async function collected<Held extends { readonly name: string }>(
  places: readonly Place[],
  collect: (place: Place) => Promise<Held[]>,
): Promise<Held[]> {
  const held = (await Promise.all(places.map(collect))).flat();
  return held.sort((a, b) => a.name.localeCompare(b.name));
}
