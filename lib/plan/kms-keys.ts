import type { EntryInput, KmsKeyInput, PlannedKmsKey } from '../model';
import { DEFAULT_KEY_ALIAS, expand } from './names';
import type { Site } from './sites';

/** The key that encrypts an entry: what the environment says of it, else the entry, else the backend. */
export function kmsKeyOf(site: Site, name: string, entry: EntryInput, stack: string): PlannedKmsKey | undefined {
  const { backend } = site.environment;
  const given =
    site.environment.entries?.[name]?.kmsKey ?? entry.kmsKey ?? ('kmsKey' in backend ? backend.kmsKey : undefined);
  return given && planKmsKey(site, given, stack);
}

// --- internal ---

function planKmsKey(site: Site, given: KmsKeyInput, stack: string): PlannedKmsKey {
  const managed = 'create' in given;
  const arn = 'arn' in given ? given.arn : undefined;
  const alias =
    arn === undefined ? expand(('alias' in given && given.alias) || DEFAULT_KEY_ALIAS, site.words) : undefined;
  const name = arn ?? alias ?? '';
  return {
    id: `${site.home}/${name}`,
    home: site.home,
    ...(arn !== undefined && { arn }),
    ...(alias !== undefined && { alias }),
    managed,
    tags: site.labels,
    constructId: `key-${name.replace(/^alias\//, '')}`,
    ...(managed && { stack }),
  };
}
