/** What watches over the syncs of a cluster: see {@link prometheus}. */
export interface PrometheusMonitoring extends PrometheusInput {
  readonly kind: 'prometheus';
}

/** Prometheus as its operator runs it, and Grafana with the sidecar that collects dashboards. */
export interface PrometheusInput {
  /**
   * What the objects are called. Projects that share a cluster choose different ones.
   * @default 'external-secrets'
   */
  readonly name?: string;
  /**
   * Where they are.
   * @default - the operator's namespace
   */
  readonly namespace?: string;
  /**
   * Labels by which your Prometheus finds what is for it, such as `{ release: 'kube-prometheus-stack' }`.
   * @default - none: it takes what it sees
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * The URL of docs/alerts.md as whoever is on call can open it; each alert links to its own section.
   * @default - the alerts have no link
   */
  readonly runbooks?: string;
  /** When an alert fires. */
  readonly thresholds?: AlertThresholds;
  /**
   * The dashboard, or `false` for none.
   * @default - with the label `grafana_dashboard: "1"`
   */
  readonly grafana?: GrafanaInput | false;
  /**
   * Where somebody else installs the operator: the labels of the Service that has its metrics. `false` where something
   * scrapes the operator already: then nothing is said of its metrics, neither to Prometheus nor to the chart.
   * @default - the chart's
   */
  readonly metricsService?: Readonly<Record<string, string>> | false;
}

/** How much is too much; durations are those of Prometheus: `15m`, `1h30m`, `1d`. */
export interface AlertThresholds {
  /**
   * How long a sync or a store may be not ready.
   * @default '15m'
   */
  readonly notReadyFor?: string;
  /**
   * How many refreshes in a row may be left out.
   * @default 3
   */
  readonly missedRefreshes?: number;
  /**
   * The share of calls to a backend that may fail, between 0 and 1.
   * @default 0.1
   */
  readonly failedCalls?: number;
  /**
   * How long there may be no metrics of the operator.
   * @default '10m'
   */
  readonly silentFor?: string;
  /**
   * How many days before an entry `expires`.
   * @default 14
   */
  readonly expiryDays?: number;
}

/**
 * How Grafana finds the dashboard.
 * @see https://github.com/grafana/helm-charts/tree/main/charts/grafana#sidecar-for-dashboards
 */
export interface GrafanaInput {
  /**
   * The labels by which the sidecar finds the dashboard's ConfigMap.
   * @default { grafana_dashboard: '1' }
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * The folder in Grafana: the annotation `grafana_folder`.
   * @default - the sidecar's
   */
  readonly folder?: string;
}

/**
 * Alerts, a dashboard, and what lets Prometheus find the operator's metrics.
 * @see https://prometheus-operator.dev/docs/api-reference/api/
 */
export function prometheus(input: PrometheusInput = {}): PrometheusMonitoring {
  return { kind: 'prometheus', ...input };
}
