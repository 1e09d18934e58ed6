import { isOpen, type PlannedBundle } from '../model';
import type { Flaw, PlanCheck } from './check';
import { listed, nearest, quoted } from './support/words';

/** @see https://kubernetes.io/docs/concepts/configuration/secret/#secret-types */
export const secretTypesHaveTheirKeys: PlanCheck = {
  code: 'secret-types-have-their-keys',
  severity: 'error',
  summary: 'A Secret of a type that Kubernetes knows has the keys of that type, required ones.',
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      const { home, bundle: name, secretType } = bundle;
      if (secretType.startsWith('kubernetes.io/') && !Object.hasOwn(KEYS, secretType)) {
        const likely = nearest(secretType, Object.keys(KEYS));
        yield {
          path: at.catalogue(home, `bundles.${name}.type`),
          message: `${quoted(secretType)} is not a type of Kubernetes: there is ${listed(Object.keys(KEYS))}`,
          mend: likely ? `did you mean ${quoted(likely)}?` : 'write one of those, or a type of your own',
        };
      }
      const flaw = missingKeys(bundle);
      if (flaw) yield { path: at.catalogue(home, `bundles.${name}.keys`), ...flaw };
    }
  },
};

// --- internal ---

/** Of each list, one key at least. */
const KEYS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'kubernetes.io/tls': [['tls.crt'], ['tls.key']],
  'kubernetes.io/dockerconfigjson': [['.dockerconfigjson']],
  'kubernetes.io/dockercfg': [['.dockercfg']],
  'kubernetes.io/basic-auth': [['username', 'password']],
  'kubernetes.io/ssh-auth': [['ssh-privatekey']],
};

function missingKeys(bundle: PlannedBundle): Omit<Flaw, 'path'> | undefined {
  const { keys, secretType } = bundle;
  if (isOpen(bundle) || !Object.hasOwn(KEYS, secretType)) return undefined;
  const required = new Set(keys.filter((key) => key.required).map(({ name }) => name));
  const missing = KEYS[secretType]!.filter((names) => !names.some((name) => required.has(name)));
  if (missing.length === 0) return undefined;
  const words = missing.map((names) => names.map(quoted).join(' or ')).join(' and ');
  return {
    message: `a Secret of type ${quoted(secretType)} needs ${words}, required`,
    mend: `add ${words} to the keys`,
  };
}
