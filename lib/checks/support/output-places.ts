import type { Plan, PlannedBundle } from '../../model';
import type { Places } from '../place';
import { lazily } from './grouped';
import { REPORT_IT } from './words';

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
  /** What to do about a sync: what people wrote in it is a patch. */
  mendOfSync(sync: Named): string;
  push(push: Named): string;
  store(store: Named): string;
  serviceAccount(account: Named): string;
  role(role: Named): string;
}

export function outputPlacesOf(plan: Plan, at: Places): OutputPlaces {
  const keyOf = ({ home, namespace = '', name }: Omit<Named, 'file'>) => `${home}/${namespace}/${name}`;
  const bundles = lazily(
    () => new Map(plan.bundles.map((bundle) => [keyOf({ ...bundle, name: syncNameOf(bundle) }), bundle])),
  );
  const pushes = lazily(() => new Map(plan.pushes.map((push) => [keyOf({ ...push, name: push.push }), push])));
  const stores = lazily(() => new Map(plan.stores.map((store) => [keyOf(store), store])));
  const roles = lazily(() => new Map(plan.roles.map((role) => [keyOf(role), role])));
  return {
    sync: (sync) => {
      const bundle = bundles().get(keyOf(sync));
      return bundle ? placeOfBundle(bundle, at) : fileOf(sync);
    },
    mendOfSync: (sync) => mendOfBundle(bundles().get(keyOf(sync))),
    push: (written) => {
      const push = pushes().get(keyOf(written));
      return push ? at.catalogue(push.home, `pushes.${push.push}`) : fileOf(written);
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

/** A bundle is rendered right: only its patch can be wrong in it. */
export function placeOfBundle(bundle: PlannedBundle, at: Places): string {
  if (!isPatched(bundle)) return at.catalogue(bundle.home, `bundles.${bundle.bundle}`);
  return at.bundle(bundle, 'patch', (other) => other.source.kind !== 'sync' || isPatched(other));
}

export const mendOfBundle = (bundle: PlannedBundle | undefined): string =>
  bundle && isPatched(bundle) ? 'leave what makes it so out of `patch`' : REPORT_IT;

// --- internal ---

const isPatched = ({ source }: PlannedBundle): boolean => source.kind === 'sync' && source.patch !== undefined;

const syncNameOf = ({ source }: PlannedBundle): string =>
  (source.kind === 'sync' ? source.clusterSync?.name : undefined) ?? source.name;

const fileOf = ({ file }: { readonly file: string }): string => `dist/${file}`;
