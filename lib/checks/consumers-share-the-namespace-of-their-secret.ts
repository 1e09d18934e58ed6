import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://kubernetes.io/docs/concepts/configuration/secret/#using-a-secret */
export const consumersShareTheNamespaceOfTheirSecret: PlanCheck = {
  code: 'consumers-share-the-namespace-of-their-secret',
  severity: 'error',
  summary: 'A consumer is in the namespace of the Secret that it reads: a pod reads no other.',
  catches: 'nova: the ExternalSecret is in `nova-staging` and the Deployment that reads its Secret in `nova-auth`',
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      // Whether a selector selects a consumer's namespace is for its labels to say, which nobody knows here.
      if (bundle.namespace === undefined) continue;
      for (const { kind, name, namespace } of bundle.consumers) {
        if (namespace === bundle.namespace) continue;
        const isFlawed = (other: typeof bundle) => other.consumers.some((it) => it.namespace !== other.namespace);
        yield {
          path: at.bundle(bundle, 'consumers', isFlawed),
          message: `the ${kind} ${quoted(name)} is in ${quoted(namespace)} and its Secret in ${quoted(bundle.namespace)}`,
          mend: `add ${quoted(namespace)} to the bundle's \`namespace\`, or run it in ${quoted(bundle.namespace)}`,
        };
      }
    }
  },
};
