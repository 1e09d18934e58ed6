import type { PlanCheck } from './check';
import { nearest, quoted } from './support/words';

/** @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export const regionsAreWellFormed: PlanCheck = {
  code: 'regions-are-well-formed',
  severity: 'error',
  summary: 'AWS regions look like AWS regions.',
  *run(plan, at) {
    const clusters = new Map(plan.clusters.map(({ id, region }) => [id, region]));
    for (const [id, region] of clusters) {
      if (region !== undefined && !isRegion(region)) yield { path: at.cluster(id, 'region'), ...flawOf(region) };
    }
    const hosts = new Map(plan.environments.map(({ id, clusters: [host] }) => [id, host]));
    for (const { id, home, region } of plan.backends) {
      const host = hosts.get(home);
      if (region === undefined || isRegion(region) || host === undefined) continue;
      if (region !== clusters.get(host)) yield { path: at.backend(id, 'region'), ...flawOf(region) };
    }
    for (const store of plan.stores) {
      const { kind, provider } = store;
      if (kind === 'SecretStore' || !('region' in provider) || isRegion(provider.region)) continue;
      if ([...clusters.values()].includes(provider.region)) continue;
      yield { path: at.store(store, 'backend.region'), ...flawOf(provider.region) };
    }
  },
};

// --- internal ---

/** New regions come every year, in new areas; their directions stay the same words. */
const isRegion = (text: string): boolean =>
  /^[a-z]{2,5}(-[a-z]+)?-((north|south)(east|west)?|east|west|central)-\d{1,2}$/.test(text);

const flawOf = (region: string) => {
  if (region === '') {
    return { message: 'no region is known: the cluster is outside AWS', mend: "write the backend's `region`" };
  }
  const likely = nearest(
    region.replace(/([a-z])(\d)$/, '$1-$2').replace(/\d[a-z]$/, (zone) => zone[0]!),
    KNOWN,
  );
  return {
    message: `${quoted(region)} is not a region, such as "eu-west-1"`,
    mend: likely ? `did you mean ${quoted(likely)}?` : 'write the region as `aws configure get region` prints it',
  };
};

/** Only to suggest. */
const KNOWN = [
  ...[
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'us-gov-east-1',
    'us-gov-west-1',
    'ca-central-1',
    'ca-west-1',
  ],
  ...['eu-central-1', 'eu-central-2', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-2', 'eu-west-3'],
  ...['ap-east-1', 'ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-south-2'],
  ...['ap-southeast-1', 'ap-southeast-2', 'ap-southeast-3', 'ap-southeast-4', 'ap-southeast-5', 'ap-southeast-7'],
  ...['af-south-1', 'il-central-1', 'me-central-1', 'me-south-1', 'mx-central-1', 'sa-east-1'],
  ...['cn-north-1', 'cn-northwest-1'],
];
