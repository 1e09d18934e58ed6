import type { GrantStatement, PlannedPolicy } from '../model';
import { type Granted, grantStatements, packStatements } from './grants';
import { type Place, POLICY_NAME_LIMIT, policyArn, withinLimit } from './names';
import type { Owner } from './owner';
import type { Reads, Writes } from './reads';
import type { RoleNames } from './role-names';
import { writeStatements } from './write-grants';

/** What is read and written through each store. */
export interface Uses {
  readonly reads: ReadonlyMap<string, Reads>;
  readonly writes: ReadonlyMap<string, Writes>;
}

/** Who has rights: the stores that use a role, or an access key. */
export interface Holder {
  readonly owner: Owner & { readonly place: Place };
  readonly stores: readonly string[];
  readonly names: RoleNames;
  readonly path: string;
  /** The role's ARN. */
  readonly role?: string;
}

/** What is used through the stores decides what the policies allow, and nothing else. */
export function planPolicies(holder: Holder, uses: Uses, granted: Granted): PlannedPolicy[] {
  return [
    ...policiesOf(holder, READING, readsOf(holder, uses, granted)),
    ...policiesOf(holder, WRITING, writesOf(holder, uses, granted)),
  ];
}

// --- internal ---

interface PolicyKind {
  readonly name: string;
  readonly verb: string;
  readonly constructId: string;
}

const READING: PolicyKind = { name: 'read', verb: 'reads', constructId: 'policy' };
const WRITING: PolicyKind = { name: 'write', verb: 'writes', constructId: 'write-policy' };

function policiesOf(
  { owner, names, path, role }: Holder,
  { name: what, verb, constructId }: PolicyKind,
  statements: readonly GrantStatement[],
): PlannedPolicy[] {
  return packStatements(statements).map((packed, at) => {
    const end = at === 0 ? '' : `-${at + 1}`;
    const name = withinLimit(`${names.name}-${what}${end}`, POLICY_NAME_LIMIT);
    return {
      id: policyArn(owner.place, path, name),
      home: owner.home,
      name,
      path,
      description: `What ${names.name} ${verb}`,
      statements: packed,
      ...(role !== undefined && { role }),
      constructId: `${constructId}${names.suffix}${end}`,
      stack: owner.stack,
    };
  });
}

function readsOf({ owner, stores }: Holder, { reads }: Uses, granted: Granted): GrantStatement[] {
  const own = stores.flatMap((store) => reads.get(store) ?? []);
  const read = {
    values: distinct(own.flatMap((it) => [...it.values])),
    tags: distinct(own.flatMap((it) => [...it.tags])),
    found: distinct(own.flatMap((it) => [...it.found].flatMap(({ arn }) => arn ?? []))),
  };
  return grantStatements(read, granted, owner.place);
}

function writesOf({ owner, stores }: Holder, { writes }: Uses, granted: Granted): GrantStatement[] {
  const own = stores.flatMap((store) => writes.get(store) ?? []);
  const written = {
    entries: distinct(own.flatMap((it) => [...it.entries])),
    deleted: distinct(own.flatMap((it) => [...it.deleted])),
  };
  return writeStatements(written, granted, owner.place);
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
