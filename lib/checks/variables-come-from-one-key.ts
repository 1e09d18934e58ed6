import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const variablesComeFromOneKey: PlanCheck = {
  code: 'variables-come-from-one-key',
  severity: 'error',
  summary: 'An environment variable of a container comes from one key of one bundle.',
  *run(plan, at) {
    const first = new Map<string, { readonly bundle: string; readonly key: string }>();
    for (const bundle of plan.bundles) {
      for (const { kind, name, namespace, container, env } of bundle.consumers) {
        for (const variable of env) {
          const id = [bundle.home, namespace, kind, name, container, variable.name].join('/');
          const other = first.get(id);
          if (!other) first.set(id, { bundle: bundle.bundle, key: variable.key });
          if (!other || (other.bundle === bundle.bundle && other.key === variable.key)) continue;
          yield {
            path: at.bundle(bundle, 'consumers'),
            message: `${quoted(variable.name)} of the ${kind} ${quoted(name)} is ${quoted(variable.key)} here and ${quoted(other.key)} of the bundle ${quoted(other.bundle)}`,
            mend: 'leave it out of one of them, or name the variables: `env: { OTHER_NAME: "key" }`',
          };
        }
      }
    }
  },
};
