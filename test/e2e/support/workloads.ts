import type { PlannedWorkload } from '../../../lib/model';

/** A workload as its team writes it, without a namespace and with nothing of a Secret. */
export function workloadOf({ kind, name, containers }: Pick<PlannedWorkload, 'kind' | 'name' | 'containers'>): object {
  const labels = { app: name };
  const own = { name: containers[0]?.name ?? name, image: 'app', env: [{ name: 'PORT', value: '80' }] };
  const podSpec = { containers: [{ name: 'sidecar', image: 'sidecar' }, own], restartPolicy: 'Always' };
  const once = { metadata: { labels }, spec: { ...podSpec, restartPolicy: 'Never' } };
  const rolled = { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: podSpec } };
  const specs: Readonly<Record<PlannedWorkload['kind'], readonly [apiVersion: string, spec: object]>> = {
    Deployment: ['apps/v1', rolled],
    StatefulSet: ['apps/v1', { ...rolled, serviceName: name }],
    DaemonSet: ['apps/v1', rolled],
    Job: ['batch/v1', { template: once }],
    CronJob: ['batch/v1', { schedule: '0 0 1 1 *', jobTemplate: { spec: { template: once } } }],
    Pod: ['v1', podSpec],
  };
  const [apiVersion, spec] = specs[kind];
  return { apiVersion, kind, metadata: { name }, spec };
}
