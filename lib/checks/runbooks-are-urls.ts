import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const runbooksAreUrls: PlanCheck = {
  code: 'runbooks-are-urls',
  severity: 'error',
  summary: 'The runbooks of alerts are a page that whoever is on call can open: a URL, whose sections the alerts add.',
  *run(plan, at) {
    for (const { id, monitoring } of plan.clusters) {
      const given = monitoring?.runbooks;
      if (given === undefined || isPage(given)) continue;
      yield {
        path: at.cluster(id, 'monitoring.runbooks'),
        message: `${quoted(given)} is not the URL of a page: "https://" or "http://", without "#"`,
        mend: 'write where docs/alerts.md can be read, or leave it out',
      };
    }
  },
};

// --- internal ---

const isPage = (text: string): boolean => /^https?:\/\/[^\s#]+$/.test(text) && URL.canParse(text);
