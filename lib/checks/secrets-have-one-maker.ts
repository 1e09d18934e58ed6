import type { PlannedBundle } from '../model';
import type { Flaw, PlanCheck } from './check';
import type { Places } from './place';
import { writtenSecretName } from './support/secret-name';
import { whereOf } from './support/where';
import { quoted } from './support/words';

export const secretsHaveOneMaker: PlanCheck = {
  code: 'secrets-have-one-maker',
  severity: 'error',
  summary: 'No two bundles make the same Secret, in one system or across systems.',
  *run(plan, at) {
    const systems = new Map(plan.environments.map(({ id, system }) => [id, system]));
    const makers = new Map<string, PlannedBundle>();
    for (const bundle of plan.bundles) {
      if (!makesItsSecret(bundle)) continue;
      for (const cluster of at.clustersOf(bundle.home)) {
        // Without the hash: kustomize takes no two Secrets of one name, whatever their content.
        const secret = `${cluster}/${whereOf(bundle)}/${writtenSecretName(bundle)}`;
        const earlier = makers.get(secret);
        if (!earlier) makers.set(secret, bundle);
        else if (earlier.id !== bundle.id) {
          const isSameSystem = systems.get(earlier.home) === systems.get(bundle.home);
          yield isSameSystem && earlier.home !== bundle.home
            ? twoEnvironments(earlier, bundle, cluster, at)
            : twoBundles(earlier, bundle, at);
        }
      }
    }
  },
};

// --- internal ---

/** The others add to a Secret that is there. @see https://external-secrets.io/latest/guides/ownership-deletion-policy/ */
const makesItsSecret = ({ source }: PlannedBundle): boolean =>
  source.kind === 'embedded' || source.creationPolicy === 'Owner' || source.creationPolicy === 'Orphan';

const twoEnvironments = (earlier: PlannedBundle, bundle: PlannedBundle, cluster: string, at: Places): Flaw => ({
  path:
    bundle.namespace === undefined ? at.bundle(bundle, 'namespaceSelector') : at.environment(bundle.home, 'namespace'),
  message: `${earlier.home} and ${bundle.home} make the same Secrets: both are in ${quoted(whereOf(bundle))} of the cluster ${quoted(cluster)}`,
  mend: `put "{environment}" into the ${bundle.namespace === undefined ? 'selector' : 'namespace'}, or run them on clusters of their own`,
});

function twoBundles(earlier: PlannedBundle, bundle: PlannedBundle, at: Places): Flaw {
  const secret = quoted(`${whereOf(bundle)}/${writtenSecretName(bundle)}`);
  return {
    path: at.bundle(bundle, 'secretName'),
    message: `the Secret ${secret} is made by ${quoted(bundle.bundle)} and by ${quoted(earlier.bundle)} of ${earlier.home}`,
    mend: 'give one of the two another `secretName`, or make it one bundle',
  };
}
