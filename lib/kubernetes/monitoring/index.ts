import type { KubernetesObject, PlannedMonitoring } from '../../model';
import { dashboardConfigMap } from './dashboard';
import { prometheusRule, serviceMonitor } from './prometheus-objects';

/** What watches over a cluster: alerts, the way to the operator's metrics where nobody else makes it, a dashboard. */
export const monitoringManifests = (monitoring: PlannedMonitoring): KubernetesObject[] => [
  ...serviceMonitor(monitoring),
  ...prometheusRule(monitoring),
  ...dashboardConfigMap(monitoring),
];
