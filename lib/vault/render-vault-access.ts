import type { OutputFile, Plan, PlannedVaultRole } from '../model';

/**
 * What Vault must know of a plan: for each role its policy, and the role itself. Sorted by path.
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
const policyText = (role: PlannedVaultRole): string =>
  [
    headText(role),
    ...role.paths.map((path) => ruleText(path, 'read')),
    ...role.finds.map(({ path, capabilities }) => ruleText(path, ...capabilities)),
    OWN_TOKEN,
  ].join('\n');

const headText = ({ name, policy, mount }: PlannedVaultRole): string => `\
# Made by keywright from environments/. Change that and run \`keywright synth\`.
#   vault policy write ${policy} policy-${policy}.hcl
#   vault write auth/${mount}/role/${name} @role-${name}.json
`;

const ruleText = (path: string, ...capabilities: readonly string[]): string =>
  `path "${path}" {\n  capabilities = [${capabilities.map((one) => `"${one}"`).join(', ')}]\n}\n`;

/**
 * The operator looks at its own token before it reads, and gives it back afterwards.
 * @see https://github.com/external-secrets/external-secrets/blob/v0.20.4/pkg/provider/vault/auth.go
 */
const OWN_TOKEN = `# its own token: the operator checks it first and gives it back at the end
${ruleText('auth/token/lookup-self', 'read')}
${ruleText('auth/token/revoke-self', 'update')}`;

/**
 * Every field that decides something: Vault keeps the old value of one that is left out.
 * @see https://developer.hashicorp.com/vault/api-docs/auth/kubernetes#create-update-role
 */
function roleText({ serviceAccount, audience, policy }: PlannedVaultRole): string {
  const role = {
    audience,
    bound_service_account_names: [serviceAccount.name],
    bound_service_account_namespaces: [serviceAccount.namespace],
    token_policies: [policy],
    // What the policy says and nothing beside it.
    token_no_default_policy: true,
    token_ttl: '5m',
    token_max_ttl: '5m',
  };
  return `${JSON.stringify(role, undefined, 2)}\n`;
}
