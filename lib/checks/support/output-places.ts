import type { Plan, PlannedBundle } from '../../model';
import type { Places } from '../place';
import { lazily } from './grouped';

/** Something written, as far as it has a name. */
interface Named {
  readonly home: string;
  readonly file: string;
  readonly name: string;
  readonly namespace?: string;
}

/** Where what is written comes from: the field in `environments/`, or the file itself when the plan has no such thing. */
export interface OutputPlaces {
  sync(sync: Named): string;
  store(store: Named): string;
  serviceAccount(account: Named): string;
  role(role: Named): string;
}

export function outputPlacesOf(plan: Plan, at: Places): OutputPlaces {
  const keyOf = ({ home, namespace = '', name }: Omit<Named, 'file'>) => `${home}/${namespace}/${name}`;
  const bundles = lazily(
    () => new Map(plan.bundles.map((bundle) => [keyOf({ ...bundle, name: syncNameOf(bundle) }), bundle])),
  );
  const stores = lazily(() => new Map(plan.stores.map((store) => [keyOf(store), store])));
  const roles = lazily(() => new Map(plan.roles.map((role) => [keyOf(role), role])));
  return {
    sync: (sync) => {
      const bundle = bundles().get(keyOf(sync));
      return bundle ? at.catalogue(bundle.home, `bundles.${bundle.bundle}`) : fileOf(sync);
    },
    store: (written) => {
      const store = stores().get(keyOf(written));
      return store ? at.store(store, 'identity') : fileOf(written);
    },
    serviceAccount: (written) => {
      const account = plan.serviceAccounts.find((planned) => keyOf(planned) === keyOf(written));
      const role = plan.roles.find(({ id }) => id === account?.roleArn);
      return role ? at.role(role, 'serviceAccount') : fileOf(written);
    },
    role: ({ home, name, file }) => {
      const role = roles().get(keyOf({ home, name }));
      return role ? at.role(role, 'role') : fileOf({ file });
    },
  };
}

// --- internal ---

const syncNameOf = ({ source }: PlannedBundle): string =>
  (source.kind === 'sync' ? source.clusterSync?.name : undefined) ?? source.name;

const fileOf = ({ file }: { readonly file: string }): string => `dist/${file}`;
