import { type ClusterInput, type OperatorInput, type PrometheusInput, prometheus } from '../../lib/model';
import type { Sample } from '../sample';

const runbooks = 'https://example.com/alerts.md';

/** A system on a cluster that is watched over like this, with runbooks. */
export const watched = (input: PrometheusInput, operator?: OperatorInput): Sample => ({
  cluster: {
    monitoring: prometheus({ runbooks, ...input }),
    ...(operator && { operator }),
  } satisfies Partial<ClusterInput>,
});

export const MONITORING = 'environments/shop/production.ts cluster.monitoring';
