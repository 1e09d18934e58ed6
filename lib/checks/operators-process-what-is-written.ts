import type { PlannedBundle, PlannedOperator } from '../model';
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
      const bundles = plan.bundles.filter(
        ({ home, source }) => source.kind === 'sync' && at.clustersOf(home).includes(id),
      );
      for (const bundle of bundles) {
        for (const kind of kindsIn(patchOf(bundle)).filter((it) => isOff(operator, it))) {
          yield {
            path: at.bundle(bundle, 'patch'),
            message: `the operator of ${quoted(id)} processes no ${kind}, since it is \`dedicated\``,
            mend: `leave \`dedicated\` out: somebody else makes that ${kind}`,
          };
        }
        for (const kind of kindsOf(bundle).filter((it) => isOff(operator, it))) {
          yield {
            path: at.cluster(id, `operator.values.${SWITCHES[kind]}`),
            message: `${quoted(bundle.bundle)} is synced by a ${kind}, and the operator of ${quoted(id)} processes none`,
            mend: `leave \`${SWITCHES[kind]}\` out, with \`scopedRBAC\``,
          };
        }
        const { scopedNamespace } = values;
        if (typeof scopedNamespace !== 'string' || ['', bundle.namespace].includes(scopedNamespace)) continue;
        yield {
          path: at.cluster(id, 'operator.values.scopedNamespace'),
          message: `${quoted(bundle.bundle)} is in ${bundle.namespace === undefined ? 'several namespaces' : quoted(bundle.namespace)}, and the operator of ${quoted(id)} processes ${quoted(scopedNamespace)} only`,
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
  ClusterGenerator: 'processClusterGenerator',
  SecretStore: 'processSecretStore',
};

/** With the rights of one namespace the chart turns these off itself. */
const OFF_WHEN_SCOPED: readonly string[] = ['ClusterExternalSecret', 'ClusterSecretStore'];

function isOff({ values }: PlannedOperator, kind: string): boolean {
  const isScoped = values.scopedRBAC === true && Boolean(values.scopedNamespace);
  return values[SWITCHES[kind] ?? ''] === false || (isScoped && OFF_WHEN_SCOPED.includes(kind));
}

function kindsOf({ source }: PlannedBundle): string[] {
  if (source.kind !== 'sync') return [];
  return [...(source.storeRef ? [source.storeRef.kind] : []), ...(source.clusterSync ? ['ClusterExternalSecret'] : [])];
}

const patchOf = ({ source }: PlannedBundle): unknown => (source.kind === 'sync' ? source.patch : undefined);

/** The kinds that a patch refers to, wherever. */
function kindsIn(patch: unknown): string[] {
  if (typeof patch !== 'object' || patch === null) return [];
  const inner = Object.values(patch).flatMap(kindsIn);
  return 'kind' in patch && typeof patch.kind === 'string' ? [patch.kind, ...inner] : inner;
}
