import type { PlannedVaultRole } from '../model';
import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { mendOfShared, ownersOf } from './support/shared-names';
import { hasPlaceholder, quoted } from './support/words';

/** @see https://developer.hashicorp.com/vault/api-docs/auth/kubernetes#create-update-role */
export const vaultRolesHaveOneOwner: PlanCheck = {
  code: 'vault-roles-have-one-owner',
  severity: 'error',
  summary: 'In Vault no two stores claim one role, nor one policy: what is written last would hold for both.',
  *run({ vaultRoles }, at) {
    const flawed = new Set<string>();
    for (const { what, nameOf, keyOf } of CLAIMS) {
      for (const [role, earlier] of repeated(vaultRoles, keyOf)) {
        // Planned twice because its environment is written twice, which has a finding of its own.
        if (role.id === earlier.id || hasPlaceholder(nameOf(role))) continue;
        // A policy is called as its role is, unless somebody says otherwise.
        if (flawed.has(role.id)) continue;
        flawed.add(role.id);
        yield {
          path: at.role({ home: role.home, stores: [role.id] }, `role.${what}`),
          message: `${quoted(nameOf(role))} is the ${what === 'name' ? 'role' : 'policy'} in Vault of ${ownersOf(role, earlier)}`,
          mend: mendOfShared(role, earlier),
        };
      }
    }
  },
};

// --- internal ---

/** What a store claims in Vault. */
interface Claim {
  /** Its option of a role. */
  readonly what: 'name' | 'policy';
  nameOf(role: PlannedVaultRole): string;
  /** Where Vault keeps it. */
  keyOf(role: PlannedVaultRole): string;
}

const CLAIMS: readonly Claim[] = [
  {
    what: 'name',
    nameOf: ({ name }) => name,
    keyOf: ({ server, namespace = '', mount, name }) => `${server} ${namespace} auth/${mount}/role/${name}`,
  },
  {
    what: 'policy',
    nameOf: ({ policy }) => policy,
    keyOf: ({ server, namespace = '', policy }) => `${server} ${namespace} policy/${policy}`,
  },
];
