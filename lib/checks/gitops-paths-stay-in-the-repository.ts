import type { PlanCheck } from './check';
import { gitopsPlace } from './support/gitops-place';
import { quoted } from './support/words';

export const gitopsPathsStayInTheRepository: PlanCheck = {
  code: 'gitops-paths-stay-in-the-repository',
  severity: 'error',
  summary: 'What deploys by itself finds the output by a path below the root of the repository.',
  *run({ gitops }, at) {
    for (const tree of gitops) {
      const steps = tree.path.split('/');
      const isBelow = tree.path === '' || steps.every((step) => /^(?!\.{0,2}$)[^\s\\]+$/.test(step));
      if (isBelow) continue;
      const likely = steps.filter((step) => !/^\.{0,2}$/.test(step)).join('/');
      yield {
        path: gitopsPlace(tree, at, 'path'),
        message: `${quoted(tree.path)} is not a path below the root of the repository`,
        mend: `write it from there, with \`/\`, such as ${quoted(/^[^\s\\]+$/.test(likely) ? likely : 'dist/kubernetes')}`,
      };
    }
  },
};
