import type { PlanCheck } from './check';

export const alertsLinkToTheirRunbooks: PlanCheck = {
  code: 'alerts-link-to-their-runbooks',
  severity: 'warning',
  summary: 'Where a cluster has `monitoring`, each alert links to what to do about it.',
  *run(plan, at) {
    for (const { id, monitoring } of plan.clusters) {
      if (!monitoring || monitoring.runbooks !== undefined) continue;
      yield {
        path: at.cluster(id, 'monitoring.runbooks'),
        message: 'the alerts have no link: whoever is woken by one does not learn what to do',
        mend: 'write the URL of docs/alerts.md as whoever is on call can open it',
      };
    }
  },
};
