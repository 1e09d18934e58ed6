import type { PlanCheck } from './check';
import { misnamed, VARIABLE } from './support/name-rule';

export const variableNamesAreValid: PlanCheck = {
  code: 'variable-names-are-valid',
  severity: 'error',
  summary: 'Environment variables have names that every version of Kubernetes takes.',
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      for (const { name, key } of bundle.consumers.flatMap(({ env }) => env)) {
        const flaw = misnamed(VARIABLE, name);
        if (!flaw) continue;
        // A key that is its own variable may keep its name.
        const mend =
          name === key ? `name the variable: \`env: { ${VARIABLE.likely(name)}: ${JSON.stringify(key)} }\`` : flaw.mend;
        const isFlawed = (other: typeof bundle) =>
          other.consumers.some((it) => it.env.some((one) => one.name === name));
        yield { path: at.bundle(bundle, 'consumers', isFlawed), message: flaw.message, mend };
      }
    }
  },
};
