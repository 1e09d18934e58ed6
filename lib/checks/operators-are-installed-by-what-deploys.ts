import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const operatorsAreInstalledByWhatDeploys: PlanCheck = {
  code: 'operators-are-installed-by-what-deploys',
  severity: 'error',
  summary: 'An operator that Argo CD or Flux installs is on a cluster that it deploys to.',
  *run({ operators, clusters }, at) {
    for (const { id, install } of operators) {
      if (install === 'helmValues') continue;
      const described = clusters.filter((cluster) => cluster.id === id);
      if (described.some(({ gitops }) => gitops?.kind === install)) continue;
      const own = described[0]?.gitops?.kind;
      yield {
        path: at.cluster(id, 'operator.install'),
        message: `${quoted(id)} has no \`gitops: ${install}()\` that could install its operator`,
        mend: `write \`gitops: ${install}({ … })\`, or \`install: ${quoted(own ?? 'helmValues')}\``,
      };
    }
  },
};
