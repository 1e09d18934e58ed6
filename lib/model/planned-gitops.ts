import type { Destination, FluxSourceKind } from './gitops';
import type { Home, Labels } from './plan';

/** What one Argo CD deploys, or the Flux of one cluster. */
export type PlannedGitops = PlannedArgoCd | PlannedFlux;

export interface PlannedArgoCd extends PlannedTree {
  readonly kind: 'argocd';
  readonly project: string;
  readonly repoURL: string;
  readonly targetRevision: string;
  readonly applications: readonly PlannedApplication[];
}

export interface PlannedFlux extends PlannedTree {
  readonly kind: 'flux';
  /** The cluster it runs on. */
  readonly cluster: string;
  readonly sourceRef: { readonly kind: FluxSourceKind; readonly name: string; readonly namespace?: string };
  readonly interval: string;
  readonly kustomizations: readonly PlannedKustomization[];
}

/** An Application, or an ApplicationSet where it is deployed to several clusters. */
export interface PlannedApplication {
  readonly name: string;
  /** Argo CD begins with the lowest. */
  readonly wave: number;
  readonly source: { readonly home: Home } | { readonly operator: string };
  readonly targets: readonly PlannedTarget[];
}

export interface PlannedTarget {
  /** The Application's name. */
  readonly name: string;
  readonly cluster: string;
  readonly destination: Destination;
}

export interface PlannedKustomization {
  readonly name: string;
  /** What it applies. */
  readonly home: Home;
  /** The cluster whose operator it installs. */
  readonly operator?: string;
  /** Names of those that are ready before. */
  readonly dependsOn: readonly string[];
}

// --- internal ---

interface PlannedTree {
  /** `fleet`, or `fleet/blue`. */
  readonly id: string;
  /** Where the one object is that a person applies. */
  readonly home: Home;
  /** What that object holds: all others. */
  readonly folder: Home;
  readonly name: string;
  readonly namespace: string;
  /** As Git has it: without `./` and the last slash; empty for all of it. */
  readonly path: string;
  readonly prune: boolean;
  readonly labels: Labels;
}
