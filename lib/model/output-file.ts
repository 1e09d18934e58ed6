/** A file to write, below the output folder. */
export interface OutputFile {
  /** Below `dist/`, with `/`: `kubernetes/nova/staging/kustomization.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** A Kubernetes object as it stands in a manifest. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** A file of the Kubernetes side, and the objects that its text holds (none for a kustomization). */
export interface ManifestFile extends OutputFile {
  readonly objects: readonly KubernetesObject[];
}

/** A CloudFormation template, and the JSON that its text holds. */
export interface TemplateFile extends OutputFile {
  /** The stack's name. */
  readonly stack: string;
  readonly template: Readonly<Record<string, unknown>>;
}

/** All sides, rendered. Checks of the output read nothing else. */
export interface Output {
  readonly manifests: readonly ManifestFile[];
  readonly templates: readonly TemplateFile[];
  /** Who may read in backends other than AWS: Vault's policies and roles, Bicep files for Azure. */
  readonly access: readonly OutputFile[];
  /** How the output folder differs from the files above, when somebody compared. */
  readonly stale?: readonly { readonly path: string; readonly state: 'added' | 'changed' | 'removed' }[];
}
