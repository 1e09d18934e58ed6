import { gte, valid } from 'semver';
import type { Labels, MonitoringSettings, OperatorInput, PlannedOperator } from '../model';
import { mergePatch } from '../model/merge-patch';
import { CHART_PODS, OPERATOR_RELEASE, podLabels } from './names';
import { planNetworkPolicies } from './operator-network';

/** What the values of a cluster's operator are made from. */
export interface OperatorNeeds extends Pick<PlannedOperator, 'version' | 'namespace' | 'serviceAccount'> {
  readonly input: OperatorInput;
  /** Variables and annotations by which its stores read as planned. */
  readonly env: Labels;
  readonly annotations: Labels;
  /** TCP ports that its stores are read at; none where nobody knows. */
  readonly ports: readonly number[] | undefined;
  /** The namespaces of all that it syncs and pushes. */
  readonly namespaces: readonly string[];
  /** What it processes besides ExternalSecrets and SecretStores. */
  readonly kinds: readonly ('ClusterExternalSecret' | 'ClusterSecretStore' | 'PushSecret')[];
  /** Whose Prometheus scrapes it: where that looks for a ServiceMonitor, and by which labels; or what has found it. */
  readonly scraped?: Pick<MonitoringSettings, 'namespace' | 'labels'> | 'elsewhere';
}

type Values = Readonly<Record<string, unknown>>;

/**
 * The values of the operator's chart that differ from its own, and no other.
 * @see https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml
 */
export function planOperatorValues(needs: OperatorNeeds): Values {
  const derived = {
    ...identityValues(needs),
    ...loadValues(needs.input),
    ...availabilityValues(needs.input),
    ...(needs.input.dedicated && scopeValues(needs)),
    ...(typeof needs.scraped === 'object' && scrapeValues(needs, needs.scraped)),
  };
  const given = literal(needs.input.values ?? {});
  const policies = needs.input.networkPolicy && { extraObjects: planNetworkPolicies({ ...needs, values: given }) };
  return mergePatch(mergePatch({}, { ...derived, ...policies }), given) as Values;
}

// --- internal ---

function identityValues({ serviceAccount, annotations, env }: OperatorNeeds): Values {
  const account = {
    ...(serviceAccount !== OPERATOR_RELEASE && { name: serviceAccount }),
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
  return {
    ...(Object.keys(account).length > 0 && { serviceAccount: account }),
    ...(Object.keys(env).length > 0 && { extraEnv: Object.entries(env).map(([name, value]) => ({ name, value })) }),
  };
}

const loadValues = ({ concurrent = 1, resources }: OperatorInput): Values => ({
  ...(concurrent !== 1 && { concurrent }),
  ...(resources && { resources: literal(resources) }),
});

/** One leader works; the others wait, as far from it as there are nodes and zones, and draining takes one at a time. */
function availabilityValues({ replicas = 1 }: OperatorInput): Values {
  if (replicas === 1) return {};
  const several = (name: string) => ({
    replicaCount: replicas,
    podDisruptionBudget: { enabled: true },
    topologySpreadConstraints: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
      maxSkew: 1,
      topologyKey,
      // a pod beside another one is better than none
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: podLabels(name) },
    })),
  });
  return {
    ...several(CHART_PODS.controller),
    leaderElect: true,
    webhook: several(CHART_PODS.webhook),
    // the chart has no value for it, and two that make certificates would each undo the other's
    certController: { ...several(CHART_PODS.certController), extraArgs: { 'enable-leader-election': true } },
  };
}

/** Nobody else uses it: it does what the plan needs, with the rights for that. */
function scopeValues({ version, namespaces, kinds }: OperatorNeeds): Values {
  const [namespace, ...others] = namespaces;
  const isOff = (kind: OperatorNeeds['kinds'][number]): boolean => !kinds.includes(kind);
  const isClusterWide = !isOff('ClusterSecretStore') || !isOff('ClusterExternalSecret');
  return {
    ...(isOff('ClusterExternalSecret') && { processClusterExternalSecret: false }),
    processClusterPushSecret: false,
    ...(isOff('PushSecret') && { processPushSecret: false }),
    ...(hasGeneratorSwitch(version) && { processClusterGenerator: false }),
    ...(isOff('ClusterSecretStore') && { processClusterStore: false }),
    ...(!isClusterWide &&
      namespace !== undefined &&
      others.length === 0 && { scopedNamespace: namespace, scopedRBAC: true }),
  };
}

/** With a ServiceMonitor the chart makes the Service that it selects. */
const scrapeValues = (
  { version, namespace: own }: OperatorNeeds,
  { namespace, labels }: Pick<MonitoringSettings, 'namespace' | 'labels'>,
): Values => ({
  serviceMonitor: {
    enabled: true,
    // else it is left out wherever the chart is rendered without a cluster
    ...(hasRenderMode(version) && { renderMode: 'alwaysRender' }),
    // else `namespace` is that of the operator
    honorLabels: true,
    ...(namespace !== own && { namespace }),
    ...(Object.keys(labels).length > 0 && { additionalLabels: labels }),
  },
});

/** The oldest charts that are known to have these. */
const hasGeneratorSwitch = (version: string): boolean => isAtLeast(version, '0.20.1');
const hasRenderMode = (version: string): boolean => isAtLeast(version, '0.20.1');

/** A version that is none has a finding of its own. */
const isAtLeast = (version: string, first: string): boolean => valid(version) !== null && gte(version, first);

/** What JSON keeps of it. */
const literal = (given: object): Values => JSON.parse(JSON.stringify(given)) as Values;
