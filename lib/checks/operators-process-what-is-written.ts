import type { PlannedBundle, PlannedOperator, PlannedPush } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/guides/multi-tenancy/ */
export const operatorsProcessWhatIsWritten: PlanCheck = {
  code: 'operators-process-what-is-written',
  severity: 'error',
  summary: 'An operator processes the kinds and the namespaces of all that is synced on its cluster.',
  *run(plan, at) {
    for (const operator of plan.operators) {
      const { id, values } = operator;
      const isHere = ({ home }: { readonly home: string }): boolean => at.clustersOf(home).includes(id);
      const syncs = plan.bundles.filter(({ source }) => source.kind === 'sync').filter(isHere);
      for (const bundle of syncs) {
        for (const kind of kindsIn(patchOf(bundle)).filter((it) => isOff(operator, it))) {
          yield {
            path: at.bundle(bundle, 'patch', (other) => kindsIn(patchOf(other)).includes(kind)),
            message: `the operator of ${quoted(id)} processes no ${kind}, since it is \`dedicated\``,
            mend: `leave \`dedicated\` out: somebody else makes that ${kind}`,
          };
        }
      }
      for (const { name, namespace, kinds } of [...syncs.map(workOf), ...plan.pushes.filter(isHere).map(pushWorkOf)]) {
        for (const kind of kinds.filter((it) => isOff(operator, it))) {
          yield {
            path: at.cluster(id, `operator.values.${SWITCHES[kind]}`),
            message: `${quoted(name)} needs a ${kind}, and the operator of ${quoted(id)} processes none`,
            mend: `leave \`${SWITCHES[kind]}\` out, with \`scopedRBAC\``,
          };
        }
        const { scopedNamespace } = values;
        if (typeof scopedNamespace !== 'string' || ['', namespace].includes(scopedNamespace)) continue;
        yield {
          path: at.cluster(id, 'operator.values.scopedNamespace'),
          message: `${quoted(name)} is in ${namespace === undefined ? 'several namespaces' : quoted(namespace)}, and the operator of ${quoted(id)} processes ${quoted(scopedNamespace)} only`,
          mend: 'leave it out: `dedicated` says where that is right',
        };
      }
    }
  },
};

// --- internal ---

/** Kinds that an ExternalSecret may refer to, and the value of the chart that turns each of them off. */
const SWITCHES: Readonly<Record<string, string>> = {
  ClusterExternalSecret: 'processClusterExternalSecret',
  ClusterSecretStore: 'processClusterStore',
  PushSecret: 'processPushSecret',
  ClusterGenerator: 'processClusterGenerator',
  SecretStore: 'processSecretStore',
};

/** With the rights of one namespace the chart turns these off itself. */
const OFF_WHEN_SCOPED: readonly string[] = ['ClusterExternalSecret', 'ClusterSecretStore'];

function isOff({ values }: PlannedOperator, kind: string): boolean {
  const isScoped = values.scopedRBAC === true && Boolean(values.scopedNamespace);
  return values[SWITCHES[kind] ?? ''] === false || (isScoped && OFF_WHEN_SCOPED.includes(kind));
}

/** What an operator has to do, and what it must process for that. */
interface Work {
  readonly name: string;
  /** None where the operator finds out. */
  readonly namespace: string | undefined;
  readonly kinds: readonly string[];
}

function workOf({ bundle: name, namespace, source }: PlannedBundle): Work {
  const { storeRef, clusterSync } = source.kind === 'sync' ? source : {};
  return {
    name,
    namespace,
    kinds: [...(storeRef ? [storeRef.kind] : []), ...(clusterSync ? ['ClusterExternalSecret'] : [])],
  };
}

const pushWorkOf = ({ push: name, namespace, storeRef }: PlannedPush): Work => ({
  name,
  namespace,
  kinds: [storeRef.kind, 'PushSecret'],
});

const patchOf = ({ source }: PlannedBundle): unknown => (source.kind === 'sync' ? source.patch : undefined);

/** The kinds that a patch refers to, wherever. */
function kindsIn(patch: unknown): string[] {
  if (typeof patch !== 'object' || patch === null) return [];
  const inner = Object.values(patch).flatMap(kindsIn);
  return 'kind' in patch && typeof patch.kind === 'string' ? [patch.kind, ...inner] : inner;
}
