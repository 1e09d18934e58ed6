import type { OutputFile, Plan, PlannedVaultRole } from '../model';

/**
 * What Vault must know of a plan: for each role its policy, `vault policy write NAME FILE`, and the role itself,
 * `vault write auth/MOUNT/role/NAME @FILE`. Sorted by path.
 */
export function renderVaultAccess({ vaultRoles }: Pick<Plan, 'vaultRoles'>): OutputFile[] {
  const files = vaultRoles.flatMap((role) => [
    { path: `vault/${role.home}/policy-${role.policy}.hcl`, text: policyText(role) },
    { path: `vault/${role.home}/role-${role.name}.json`, text: roleText(role) },
  ]);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

// --- internal ---

/** @see https://developer.hashicorp.com/vault/docs/concepts/policies */
const policyText = ({ paths }: PlannedVaultRole): string =>
  paths.map((path) => `path "${path}" {\n  capabilities = ["read"]\n}\n`).join('\n');

/**
 * The audience is the one that the operator asks for when a store names none.
 * @see https://developer.hashicorp.com/vault/api-docs/auth/kubernetes#create-update-role
 */
function roleText({ serviceAccount, policy }: PlannedVaultRole): string {
  const role = {
    audience: 'vault',
    bound_service_account_names: [serviceAccount.name],
    bound_service_account_namespaces: [serviceAccount.namespace],
    token_policies: [policy],
  };
  return `${JSON.stringify(role, undefined, 2)}\n`;
}
