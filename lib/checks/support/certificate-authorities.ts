import type { Plan, PlannedCertificateAuthority, PlannedStore } from '../../model';
import type { Places } from '../place';

/** What a store is told to trust, and where that is written. */
export interface StoreAuthority {
  readonly home: string;
  readonly kind: PlannedStore['kind'];
  readonly provider: PlannedCertificateAuthority;
  path(field: string): string;
}

export const certificateAuthorities = (plan: Plan, at: Places): StoreAuthority[] =>
  plan.stores.flatMap(({ home, kind, name, provider }) => {
    if (provider.kind !== 'vault') return [];
    const backend = kind === 'SecretStore' ? 'backend' : `stores.${name}.backend`;
    return [{ home, kind, provider, path: (field: string) => at.owner(home, `${backend}.${field}`) }];
  });
