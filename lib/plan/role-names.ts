import { expand, ROLE_NAME_LIMIT, WRITER_SUFFIX, withinLimit } from './names';
import type { Owner } from './owner';

/** What a role and its policies are called, in IAM as in Vault. */
export interface RoleNames {
  readonly name: string;
  /** What tells its construct ids from those of the other roles of its stack; nothing for the system's own namespace. */
  readonly suffix: string;
}

/** The names of the role that a store reads as: of a SecretStore in a namespace, or of a ClusterSecretStore. */
export function roleNames(
  store: { readonly name: string; readonly namespace?: string | undefined },
  owner: Owner,
  given: string | undefined,
  isShared = false,
): RoleNames {
  const { namespace, name: storeName } = store;
  const words = { ...owner.words, store: storeName, ...(namespace !== undefined && { namespace }) };
  const isHome = isShared || (owner.namespace !== undefined && namespace === owner.namespace);
  const suffix = isHome ? '' : `-${namespace ?? storeName}`;
  const fallback = namespace === undefined ? '{cluster}-{store}' : defaultName(isHome, owner);
  const name = given === undefined ? withinLimit(expand(fallback, words), ROLE_NAME_LIMIT) : expand(given, words);
  return { name, suffix };
}

/** The names of the role that a store writes as, where that is not the one that reads. */
export function writerNames(
  store: Parameters<typeof roleNames>[0],
  owner: Owner,
  given: string | undefined,
): RoleNames {
  const { name, suffix } = roleNames(store, owner, given);
  return { name: withinLimit(`${name}${WRITER_SUFFIX}`, ROLE_NAME_LIMIT), suffix };
}

// --- internal ---

const defaultName = (isHome: boolean, { apart }: Owner): string =>
  [
    '{system}-{environment}',
    ...(isHome ? [] : ['{namespace}']),
    ...(apart === undefined ? [] : ['{store}']),
    'external-secrets',
  ].join('-');
