import type { PlannedBundle } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/guides/getallsecrets/ */
export const findsArePossible: PlanCheck = {
  code: 'finds-are-possible',
  severity: 'error',
  summary:
    'Entries are found in Secrets Manager, below a path that is not everything; and neither they nor generated values are in a repository.',
  *run(plan, at) {
    const backends = new Map(plan.backends.map(({ id, kind }) => [id, kind]));
    for (const bundle of plan.bundles) {
      const backend = backends.get(bundle.keeper);
      const path = at.catalogue(bundle.home, `bundles.${bundle.bundle}`);
      if (bundle.source.kind === 'embedded' && (bundle.find ?? bundle.generator)) {
        yield {
          path,
          message: `${quoted(bundle.bundle)} is ${bundle.find ? 'found' : 'generated'} by the operator, and the values of ${quoted(bundle.home)} are embedded`,
          mend: 'name in `onlyIn` the environments that have an operator',
        };
      } else if (bundle.find && backend !== 'secretsManager') {
        yield {
          path: `${path}.find`,
          message: `nothing is granted for a \`find\` in \`${backend}()\``,
          mend: 'name the entries, or read them with a `patch` and grant it yourself',
        };
      } else if (isTooWide(bundle)) {
        yield {
          path: `${path}.find.path`,
          message: `${quoted(bundle.find?.path ?? '')} is the beginning of names of other systems too`,
          mend: 'write a path that only this system has, such as `{system}/{environment}/`',
        };
      }
    }
  },
};

// --- internal ---

const isTooWide = ({ find }: PlannedBundle): boolean =>
  find !== undefined && !/^[A-Za-z0-9_+=.@-]{2,}[/_.-]/.test(find.path);
