import { expand, ROLE_NAME_LIMIT, withinLimit } from './names';
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

// --- internal ---

const defaultName = (isHome: boolean, { apart }: Owner): string =>
  [
    '{system}-{environment}',
    ...(isHome ? [] : ['{namespace}']),
    ...(apart === undefined ? [] : ['{store}']),
    'external-secrets',
  ].join('-');
