import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://developer.hashicorp.com/vault/docs/auth/kubernetes */
export const vaultMountsAreNames: PlanCheck = {
  code: 'vault-mounts-are-names',
  severity: 'error',
  summary:
    'Where an auth method and a secrets engine of Vault are mounted is said without `auth/` and without slashes at its ends.',
  catches: 'k8s-myhome: `mountPath: "auth/kubernetes"`, which the operator asks for at `auth/auth/kubernetes`',
  *run(plan, at) {
    for (const store of plan.stores) {
      if (store.identity.kind !== 'kubernetesAuth' || isMount(store.identity.mount)) continue;
      const { mount } = store.identity;
      const mend = `write ${quoted(mount.replace(/^\/?auth\//, '').replace(/^\/+|\/+$/g, ''))}`;
      yield {
        path: at.store(store, 'identity.mount'),
        message: `${quoted(mount)} is not where an auth method is mounted`,
        mend,
      };
    }
    for (const { id, provider } of plan.backends) {
      if (provider?.kind !== 'vault' || /^[^/].*[^/]$|^[^/]$/.test(provider.mount)) continue;
      yield {
        path: at.backend(id, 'mount'),
        message: `${quoted(provider.mount)} is not where a secrets engine is mounted`,
        mend: `write ${quoted(provider.mount.replace(/^\/+|\/+$/g, ''))}`,
      };
    }
  },
};

// --- internal ---

const isMount = (mount: string): boolean => /^(?!auth\/)[^/\s]([^\s]*[^/\s])?$/.test(mount);
