import { at } from '../model/json-at';
import { CHART_PODS, podLabels } from './names';
import type { OperatorNeeds } from './operator-values';

/** What planning NetworkPolicies needs to know of an operator. */
export interface NetworkNeeds extends Pick<OperatorNeeds, 'namespace' | 'ports' | 'scraped'> {
  /** Of its chart, with those that somebody wrote: where its pods listen. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * A NetworkPolicy for each Deployment of the chart. Not those of newer charts, which let nothing out to Vault or to an
 * emulator; kubelets, which probe, are let in anyway.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function planNetworkPolicies({ namespace, ports, scraped, values }: NetworkNeeds): object[] {
  const metrics = (pod: unknown): number[] =>
    scraped ? [portAt(pod, ['metrics', 'listen', 'port'], METRICS_PORT)] : [];
  const { webhook, certController } = values;
  const served = portAt(webhook, ['port'], WEBHOOK_PORT);
  const cluster = [...DNS, ...tcp(API_SERVER_PORTS)];
  return [
    policy(CHART_PODS.certController, namespace, metrics(certController), cluster),
    policy(
      CHART_PODS.controller,
      namespace,
      metrics(values),
      ports && [...DNS, ...tcp([...API_SERVER_PORTS, ...ports])],
    ),
    policy(CHART_PODS.webhook, namespace, [...metrics(webhook), served], cluster),
  ];
}

// --- internal ---

/** Of the pods, as the chart has them unless its values say otherwise. */
const METRICS_PORT = 8080;
const WEBHOOK_PORT = 10250;
/** As the Service has it, and as its endpoints do: which of them a policy sees is the network's to say. */
const API_SERVER_PORTS = [443, 6443];

/** The port that a value says, or the chart's own. */
function portAt(values: unknown, steps: readonly string[], otherwise: number): number {
  const given = at(values, ...steps);
  return Number.isInteger(Number(given)) && Number(given) > 0 ? Number(given) : otherwise;
}

interface Port {
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
}

const DNS: readonly Port[] = [
  { port: 53, protocol: 'TCP' },
  { port: 53, protocol: 'UDP' },
];

const tcp = (ports: readonly number[]): Port[] =>
  [...new Set(ports)].sort((a, b) => a - b).map((port) => ({ port, protocol: 'TCP' }));

/** @param out where its pods may connect to; everywhere where that is not known */
function policy(name: string, namespace: string, into: readonly number[], out: readonly Port[] | undefined) {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector: { matchLabels: podLabels(name) },
      policyTypes: ['Ingress', ...(out ? ['Egress'] : [])],
      ...(into.length > 0 && { ingress: [{ ports: tcp(into) }] }),
      ...(out && { egress: [{ ports: out }] }),
    },
  };
}
