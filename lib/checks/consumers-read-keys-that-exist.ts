import { isOpen } from '../model';
import type { PlanCheck } from './check';
import { listed, mendName, quoted } from './support/words';

export const consumersReadKeysThatExist: PlanCheck = {
  code: 'consumers-read-keys-that-exist',
  severity: 'error',
  summary: 'A consumer reads keys that its bundle has.',
  *run(plan, at) {
    for (const bundle of plan.bundles) {
      if (isOpen(bundle) || bundle.consumers.length === 0) continue;
      const keys = bundle.keys.map(({ name }) => name);
      const known = new Set(keys);
      for (const { kind, name, env } of bundle.consumers) {
        for (const key of env) {
          if (known.has(key)) continue;
          yield {
            path: at.bundle(bundle, 'consumers', (other) => other.consumers.some((it) => it.env.includes(key))),
            message: `the ${kind} ${quoted(name)} reads ${quoted(key)}, and the bundle has ${listed(keys) || 'no keys'}`,
            mend: mendName(key, keys, 'add the key to the bundle'),
          };
        }
      }
    }
  },
};
