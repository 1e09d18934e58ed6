import type { Plan, PlannedCluster } from '../../model';

/** A cluster, its operator, and what deploys to it. */
export interface ClusterOverview {
  readonly cluster: string;
  readonly operator: {
    readonly version: string;
    readonly namespace: string;
    readonly install: PlannedCluster['operator']['install'];
  };
  /** The name of its Argo CD or Flux; nothing where people deploy. */
  readonly gitops?: { readonly kind: 'argocd' | 'flux'; readonly name: string };
}

export const clustersOverview = ({ clusters }: Plan): ClusterOverview[] =>
  clusters.map(({ id, operator: { version, namespace, install }, gitops }) => ({
    cluster: id,
    operator: { version, namespace, install },
    ...(gitops && { gitops: { kind: gitops.kind, name: gitops.name } }),
  }));

/** The cells of the table's row. */
export const clusterCells = ({ cluster, operator, gitops }: ClusterOverview): string[] => [
  cluster,
  `${operator.version} in ${operator.namespace}, ${INSTALLED[operator.install]}`,
  gitops ? `${DEPLOYS[gitops.kind]} ${gitops.name}` : 'people',
];

// --- internal ---

const DEPLOYS = { argocd: 'Argo CD', flux: 'Flux' } as const;

const INSTALLED: Readonly<Record<ClusterOverview['operator']['install'], string>> = {
  argocd: 'by Argo CD',
  flux: 'by Flux',
  helmValues: 'by Helm',
  none: 'by others',
};
