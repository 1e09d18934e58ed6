import type { Matchers } from './promql';

/**
 * The operator's metrics that are used here.
 * @see https://external-secrets.io/latest/api/metrics/
 */
export const METRICS = {
  /** 1 for the status that a sync's condition has, 0 for the other: `name`, `namespace`, `condition`, `status`. */
  syncCondition: 'externalsecret_status_condition',
  /** How often the operator looked at a sync, whatever came of it. It begins at 1, and stays when the sync is gone. */
  syncCalls: 'externalsecret_sync_calls_total',
  syncErrors: 'externalsecret_sync_calls_error',
  /** Of the last time, in nanoseconds. */
  syncDuration: 'externalsecret_reconcile_duration',
  /** Of the last time, there from the first on, even where no namespace is selected: `name`. */
  clusterSyncDuration: 'clusterexternalsecret_reconcile_duration',
  /** As that of a sync. It stays when the push is gone. */
  pushCondition: 'pushsecret_status_condition',
  /** Of the last time, there from the first on, whatever came of it: `name`, `namespace`. */
  pushDuration: 'pushsecret_reconcile_duration',
  storeCondition: 'secretstore_status_condition',
  /** Its `namespace` is the operator's: one that is empty counts as none. */
  clusterStoreCondition: 'clustersecretstore_status_condition',
  /** Calls to backends of the whole operator: `provider`, `call`, and the `status` "success" or "error". */
  calls: 'externalsecret_provider_api_calls_count',
} as const;

/** Of a condition: the series that is 1 while something does not work. */
export const NOT_READY: Matchers = { condition: 'Ready', status: 'False' };
export const READY: Matchers = { condition: 'Ready', status: 'True' };
