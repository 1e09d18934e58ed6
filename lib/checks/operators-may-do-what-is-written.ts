import type { Plan, PlannedOperator } from '../model';
import type { Flaw, PlanCheck } from './check';
import { at as valueAt } from './support/json-at';
import { listed } from './support/words';

/** @see https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml */
export const operatorsMayDoWhatIsWritten: PlanCheck = {
  code: 'operators-may-do-what-is-written',
  severity: 'warning',
  summary: 'The chart of an operator brings the rights and the definitions that what is on its cluster needs.',
  *run(plan, at) {
    for (const operator of plan.operators) {
      const isHere = ({ home }: { readonly home: string }): boolean => at.clustersOf(home).includes(operator.id);
      for (const { value, message, mend } of [
        ...missingRights(operator, plan.stores.filter(isHere)),
        ...missingKinds(operator, kindsOf(plan, isHere)),
      ]) {
        yield { path: at.cluster(operator.id, `operator.values.${value}`), message, mend };
      }
    }
  },
};

// --- internal ---

type Missing = { readonly value: string } & Pick<Flaw, 'message' | 'mend'>;
type Stores = Plan['stores'];

/** As whom stores read with a token that the operator asks for. @see https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/ */
const BY_TOKEN: readonly string[] = ['irsa', 'kubernetesAuth', 'workloadIdentity'];

function* missingRights({ values }: PlannedOperator, stores: Stores): Iterable<Missing> {
  if (valueAt(values, 'rbac', 'create') === false) {
    yield {
      value: 'rbac.create',
      message:
        'without its Roles the operator may read no store and write no Secret, unless somebody else gives it these rights',
      mend: 'leave it out, or see that its ServiceAccount has the rights that the chart gives',
    };
    return;
  }
  const names = stores.filter(({ identity }) => BY_TOKEN.includes(identity.kind)).map(({ name }) => name);
  if (names.length === 0 || valueAt(values, 'rbac', 'serviceAccountTokenCreate') !== false) return;
  yield {
    value: 'rbac.serviceAccountTokenCreate',
    message: `${listed(new Set(names))} read with the token of a ServiceAccount, which the operator may not ask for, unless a Role of somebody else lets it`,
    mend: 'leave it out, or give it `create` of `serviceaccounts/token` for their ServiceAccounts',
  };
}

function* missingKinds({ values }: PlannedOperator, kinds: ReadonlySet<string>): Iterable<Missing> {
  for (const kind of kinds) {
    const value = `create${kind}`;
    if (valueAt(values, 'crds', value) !== false) continue;
    yield {
      value: `crds.${value}`,
      message: `a ${kind} is written for this cluster, and the chart does not bring what defines it`,
      mend: 'leave it out',
    };
  }
}

/** Of which the chart has a switch. */
function kindsOf(plan: Plan, isHere: (item: { readonly home: string }) => boolean): ReadonlySet<string> {
  const syncs = plan.bundles.filter(isHere).flatMap(({ source }) => (source.kind === 'sync' ? [source] : []));
  return new Set([
    ...plan.stores.filter(isHere).map(({ kind }) => kind),
    ...(syncs.some(({ clusterSync }) => clusterSync) ? ['ClusterExternalSecret'] : []),
    ...(plan.pushes.some(isHere) ? ['PushSecret'] : []),
  ]);
}
