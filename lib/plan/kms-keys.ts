import type { EntryInput, KmsKeyInput, PlannedKmsKey } from '../model';
import type { Keeper } from './keepers';
import { DEFAULT_KEY_ALIAS, expand } from './names';
import type { Site } from './sites';

/** The key that encrypts an entry: what the environment says of it, else the entry, else the backend. */
export function kmsKeyOf(
  site: Site,
  keeper: Keeper,
  name: string,
  entry: EntryInput,
  stack: string,
): PlannedKmsKey | undefined {
  const { backend } = keeper;
  const given =
    site.environment.entries?.[name]?.kmsKey ?? entry.kmsKey ?? ('kmsKey' in backend ? backend.kmsKey : undefined);
  return given && planKmsKey(site, keeper, given, stack);
}

// --- internal ---

function planKmsKey(site: Site, { id, apart }: Keeper, given: KmsKeyInput, stack: string): PlannedKmsKey {
  const managed = 'create' in given;
  const arn = 'arn' in given ? given.arn : undefined;
  const fallback = apart === undefined ? DEFAULT_KEY_ALIAS : `${DEFAULT_KEY_ALIAS}-${apart}`;
  const alias = arn === undefined ? expand(('alias' in given && given.alias) || fallback, site.words) : undefined;
  const name = arn ?? alias ?? '';
  return {
    id: `${id}/${name}`,
    home: site.home,
    ...(arn !== undefined && { arn }),
    ...(alias !== undefined && { alias }),
    managed,
    tags: site.labels,
    constructId: `key-${name.replace(/^alias\//, '')}`,
    ...(managed && { stack }),
  };
}
