import type { AlertThresholds } from './monitoring';
import type { Home, Labels } from './plan';

/** How a cluster is watched over, with every default in its place. */
export interface MonitoringSettings {
  readonly name: string;
  readonly namespace: string;
  /** By which Prometheus finds the objects; of what is planned for a cluster ours as well. */
  readonly labels: Labels;
  readonly runbooks?: string;
  readonly thresholds: Required<AlertThresholds>;
  readonly dashboard?: PlannedDashboard;
  /** What tells Prometheus of the operator's metrics: its chart, a ServiceMonitor of ours, or something else. */
  readonly metrics: 'chart' | MetricsService | 'elsewhere';
}

/** The dashboard, as a ConfigMap that Grafana's sidecar finds. */
export interface PlannedDashboard {
  /** The ConfigMap's name. */
  readonly name: string;
  /** In Grafana, where those of other clusters may be too; also its file. */
  readonly uid: string;
  readonly labels: Labels;
  readonly annotations: Labels;
}

/** The Service with the operator's metrics. */
export interface MetricsService {
  readonly namespace: string;
  readonly labels: Labels;
}

/** What is watched over on a cluster. */
export interface PlannedMonitoring extends MonitoringSettings {
  /** The cluster's name. */
  readonly id: string;
  readonly home: Home;
  /** The namespaces with syncs and their stores. */
  readonly namespaces: readonly string[];
  /** The syncs that are in every namespace of some kind. */
  readonly clusterSyncs: readonly string[];
  /** What makes those: the names of ClusterExternalSecrets. */
  readonly clusterExternalSecrets: readonly string[];
  readonly pushes: readonly WatchedPush[];
  /** The ClusterSecretStores that something reads through. */
  readonly clusterStores: readonly string[];
  /** The syncs that are refreshed by themselves. */
  readonly refreshed: readonly PlannedRefresh[];
  readonly expiring: readonly PlannedExpiry[];
}

/** A PushSecret. */
export interface WatchedPush {
  readonly namespace: string;
  readonly name: string;
}

export interface PlannedRefresh {
  /** None where it is in every namespace of some kind. */
  readonly namespace?: string;
  /** The ExternalSecret's name. */
  readonly name: string;
  /** Between two refreshes. */
  readonly seconds: number;
}

export interface PlannedExpiry {
  /** The entry's id in the plan. */
  readonly entry: string;
  /** What it is called in its backend. */
  readonly remoteKey: string;
  readonly owner?: string;
  /** The day, `YYYY-MM-DD`. */
  readonly expires: string;
}
