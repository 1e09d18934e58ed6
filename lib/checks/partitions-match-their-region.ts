import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export const partitionsMatchTheirRegion: PlanCheck = {
  code: 'partitions-match-their-region',
  severity: 'error',
  summary: 'A region in China is in the partition `aws-cn`, one of GovCloud in `aws-us-gov`, any other in `aws`.',
  *run(plan, at) {
    for (const { id, region, partition } of plan.clusters) {
      if (region === undefined || partition === undefined) continue;
      const own = partitionOf(region);
      if (partition === own) continue;
      yield {
        path: at.cluster(id, 'partition'),
        message: `${quoted(region)} is in the partition ${quoted(own)}, not ${quoted(partition)}`,
        mend: 'leave `partition` out: it follows from the region',
      };
    }
  },
};

// --- internal ---

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
