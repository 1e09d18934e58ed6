/** What deploys to a cluster by itself what is committed. */
export type Gitops = ArgoCd | Flux;

/** An Argo CD; it may deploy to several clusters. */
export interface ArgoCdInput {
  /** What the Application is called that holds all others: such as `fleet`. */
  readonly name: string;
  /** The Git repository that this project is committed to, as Argo CD reads it. */
  readonly repoURL: string;
  /** @default 'main' */
  readonly targetRevision?: string;
  /**
   * Where in the repository the Kubernetes side is written to.
   * @default 'dist/kubernetes'
   */
  readonly path?: string;
  /**
   * The AppProject of all Applications.
   * @default 'default'
   */
  readonly project?: string;
  /**
   * Where Argo CD runs and looks for Applications.
   * @default 'argocd'
   */
  readonly namespace?: string;
  /**
   * Whether what is no longer committed is deleted: an ExternalSecret, and with it its Secret.
   * @default false
   */
  readonly prune?: boolean;
}

export interface ArgoCd extends ArgoCdInput {
  readonly kind: 'argocd';
}

/** The Flux of a cluster. Clusters that share one value each have a Flux of their own. */
export interface FluxInput {
  /** What the Kustomization is called that holds all others: such as `fleet`. */
  readonly name: string;
  /** The source that this project is committed to, as `flux bootstrap` or somebody else has made it. */
  readonly sourceRef: FluxSourceRef;
  /**
   * Where its Kustomizations are.
   * @default 'flux-system'
   */
  readonly namespace?: string;
  /**
   * Where in the source the Kubernetes side is written to.
   * @default './dist/kubernetes'
   */
  readonly path?: string;
  /**
   * How often Flux looks whether something differs.
   * @default '10m'
   */
  readonly interval?: string;
  /**
   * Whether what is no longer committed is deleted: an ExternalSecret, and with it its Secret.
   * @default false
   */
  readonly prune?: boolean;
}

export interface Flux extends FluxInput {
  readonly kind: 'flux';
}

/** @see https://fluxcd.io/flux/components/kustomize/kustomizations/#source-reference */
export interface FluxSourceRef {
  /** @default 'GitRepository' */
  readonly kind?: FluxSourceKind;
  readonly name: string;
  /** @default - that of the Kustomizations */
  readonly namespace?: string;
}

export const FLUX_SOURCE_KINDS = ['GitRepository', 'OCIRepository', 'Bucket'] as const;
export type FluxSourceKind = (typeof FLUX_SOURCE_KINDS)[number];

/**
 * What an Argo CD calls a cluster: the name or the server that `argocd cluster list` prints.
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/declarative-setup/#clusters
 */
export type Destination = { readonly name: string } | { readonly server: string };

/**
 * Argo CD deploys what is rendered.
 * @see https://argo-cd.readthedocs.io/en/stable/
 */
export const argocd = (input: ArgoCdInput): ArgoCd => ({ kind: 'argocd', ...input });

/**
 * Flux deploys what is rendered.
 * @see https://fluxcd.io/flux/
 */
export const flux = (input: FluxInput): Flux => ({ kind: 'flux', ...input });
