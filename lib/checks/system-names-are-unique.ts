import type { PlanCheck } from './check';
import { repeated } from './support/grouped';
import { quoted } from './support/words';

export const systemNamesAreUnique: PlanCheck = {
  code: 'system-names-are-unique',
  severity: 'error',
  summary: 'No two systems of a project have one name.',
  *run({ systems }) {
    for (const [{ id, folder }, earlier] of repeated(systems, ({ id }) => id)) {
      yield {
        path: folder === earlier.folder ? 'environments/index.ts systems' : `${folder}/catalogue.ts system`,
        message: `${quoted(id)} is the name of two systems`,
        mend: folder === earlier.folder ? 'list the system once, or rename one of the two' : 'rename one of the two',
      };
    }
  },
};
