import type { OutputCheck } from './check';
import { outputPlacesOf } from './support/output-places';
import { quoted, REPORT_IT } from './support/words';

/** @see https://developer.hashicorp.com/vault/api-docs/auth/kubernetes#create-update-role */
export const vaultRolesAreBoundToOneServiceAccount: OutputCheck = {
  code: 'vault-roles-are-bound-to-one-service-account',
  severity: 'error',
  summary: "In Vault the role of a store is bound to the store's own ServiceAccount and to no other.",
  catches: 'k8s-myhome: the store names a role that nothing defines, and a ServiceAccount of another namespace',
  *run(written, plan, at) {
    const places = outputPlacesOf(plan, at);
    for (const store of written.stores) {
      const { vault, auth, home } = store;
      if (!vault || auth.kind !== 'serviceAccount') continue;
      const role = written.vaultRoles.find((one) => one.home === home && one.name === vault.role);
      const isBound = role?.serviceAccounts.join() === auth.name && role.namespaces.join() === auth.namespace;
      if (isBound && role.audience === vault.audience) continue;
      yield {
        path: places.store(store),
        message: isBound
          ? `${role.file} takes tokens for ${quoted(role.audience)}, and ${store.file} has one for ${quoted(vault.audience)}`
          : role
            ? `${role.file} is bound to ${role.namespaces.join()}/${role.serviceAccounts.join()}, and ${store.file} reads as ${auth.namespace}/${auth.name}`
            : `${store.file} reads with the role ${quoted(vault.role)}, which no file defines`,
        mend: REPORT_IT,
      };
    }
  },
};
