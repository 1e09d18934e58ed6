import type { KubernetesObject, PlannedFlux, PlannedKustomization, PlannedOperator } from '../../model';
import { CHART, chartValues } from './chart';
import { pathBelow } from './path';

/** The Kustomization that a person applies: it holds the others, and leaves alone what they have made. */
export function rootKustomization(flux: PlannedFlux): KubernetesObject {
  return kustomization(flux, flux.name, { path: `./${pathBelow(flux, flux.folder)}`, prune: true });
}

/** @see https://fluxcd.io/flux/components/kustomize/kustomizations/ */
export function kustomizationManifest(flux: PlannedFlux, planned: PlannedKustomization): KubernetesObject {
  const { dependsOn, home, name, operator } = planned;
  return kustomization(flux, name, {
    ...(dependsOn.length > 0 && { dependsOn: dependsOn.map((before) => ({ name: before })) }),
    ...(operator === undefined && { healthCheckExprs: READY }),
    path: `./${pathBelow(flux, home)}`,
    prune: flux.prune,
    wait: true,
  });
}

/** What a Kustomization of an operator applies. */
export function helmManifests(flux: PlannedFlux, operator: PlannedOperator): KubernetesObject[] {
  const metadata = { labels: flux.labels, name: operator.release, namespace: flux.namespace };
  const sourceRef = { kind: 'HelmRepository', name: operator.release };
  return [
    {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'HelmRepository',
      metadata,
      spec: { interval: '1h0m0s', url: CHART.repository },
    },
    {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata,
      spec: {
        chart: { spec: { chart: CHART.name, sourceRef, version: operator.version } },
        install: { createNamespace: true, ...FOREVER },
        interval: flux.interval,
        releaseName: operator.release,
        targetNamespace: operator.namespace,
        upgrade: FOREVER,
        values: chartValues(operator),
      },
    },
  ];
}

// --- internal ---

/** It is tried again until it works: what it waits for may take a person. */
const FOREVER = { remediation: { retries: -1 } };

/**
 * The library that Flux asks takes an object without conditions for a ready one, and the operator's objects have none
 * before it has seen them.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#health-check-expressions
 */
const READY = ['ClusterSecretStore', 'ExternalSecret', 'SecretStore'].map((kind) => ({
  apiVersion: 'external-secrets.io/v1',
  current: 'has(status.conditions) && status.conditions.exists(c, c.type == "Ready" && c.status == "True")',
  kind,
}));

function kustomization(flux: PlannedFlux, name: string, spec: Readonly<Record<string, unknown>>): KubernetesObject {
  const { interval, namespace, sourceRef } = flux;
  const written = {
    ...spec,
    // Whatever takes the Kustomization away leaves the Secrets.
    // @see https://fluxcd.io/flux/components/kustomize/kustomizations/#deletion-policy
    deletionPolicy: 'Orphan',
    interval,
    retryInterval: '1m0s',
    sourceRef,
    timeout: '5m0s',
  };
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { labels: flux.labels, name, namespace },
    spec: Object.fromEntries(Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
