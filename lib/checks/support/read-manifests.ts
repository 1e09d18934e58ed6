import type { KubernetesObject, ManifestFile } from '../../model';
import { at, listAt, recordAt, textAt, textsAt } from './json-at';

/** An object in a file of the Kubernetes side. */
export interface WrittenObject {
  /** The folder that it is in: `nova/staging`, or `_clusters/blue`. */
  readonly home: string;
  readonly file: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly object: KubernetesObject;
}

/** An ExternalSecret, or a ClusterExternalSecret, which makes them. */
export interface WrittenSync extends WrittenObject {
  /** What makes the Secret: of a ClusterExternalSecret a part. */
  readonly spec: unknown;
  /** Which namespaces a ClusterExternalSecret selects; none said for an ExternalSecret. */
  readonly selectors: readonly unknown[];
  readonly store: { readonly kind: string; readonly name: string };
  /** Whose values it reads, each once. */
  readonly keys: readonly string[];
  /** Below which paths it finds, and whether by tags. */
  readonly finds: readonly { readonly path: string; readonly byTags: boolean }[];
  /** Whose tags it reads. */
  readonly tags: readonly string[];
}

/** A SecretStore or ClusterSecretStore. */
export interface WrittenStore extends WrittenObject {
  /** The provider's name in the CRD. */
  readonly provider: string;
  /** Of AWS. */
  readonly region: string;
  readonly service: string;
  /** Of Vault: where values are, and the role that reads them. */
  readonly vault?: {
    readonly mount: string;
    readonly version: string;
    readonly role: string;
    readonly audience: string;
  };
  readonly auth: WrittenAuth;
  /** The namespaces that may read through it; none said for a SecretStore. */
  readonly conditions: readonly string[];
  /** Which namespaces may as well. */
  readonly selectors: readonly unknown[];
}

export type WrittenAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'secret' }
  | { readonly kind: 'serviceAccount'; readonly namespace: string; readonly name: string };

/** A ServiceAccount. */
export interface WrittenServiceAccount extends WrittenObject {
  readonly namespace: string;
  readonly roleArn?: string;
}

export interface Manifests {
  readonly objects: readonly WrittenObject[];
  readonly syncs: readonly WrittenSync[];
  readonly stores: readonly WrittenStore[];
  readonly serviceAccounts: readonly WrittenServiceAccount[];
}

export function readManifests(files: readonly ManifestFile[]): Manifests {
  const objects = files.flatMap(objectsOf);
  const ofKind = (...kinds: readonly string[]) => objects.filter(({ kind }) => kinds.includes(kind));
  return {
    objects,
    syncs: ofKind('ExternalSecret', 'ClusterExternalSecret').map(readSync),
    stores: ofKind('SecretStore', 'ClusterSecretStore').map(readStore),
    serviceAccounts: ofKind('ServiceAccount').map(readServiceAccount),
  };
}

/** The folder below `kubernetes/` or `aws/` that a file belongs to. */
export const homeOf = (path: string): string => path.split('/').slice(1, 3).join('/');

/** The spec of an ExternalSecret, its own or that which a ClusterExternalSecret gives it. */
export const syncSpecOf = ({ kind, spec }: KubernetesObject): unknown =>
  kind === 'ClusterExternalSecret' ? at(spec, 'externalSecretSpec') : spec;

// --- internal ---

function objectsOf({ path, objects }: ManifestFile): WrittenObject[] {
  // The folder of a namespace, with its file, is below the home.
  const home = path.split('/').slice(1, -2).join('/');
  return objects.map((object) => {
    const { name, namespace } = object.metadata;
    return { home, file: path, kind: object.kind, name, ...(namespace !== undefined && { namespace }), object };
  });
}

function readSync(written: WrittenObject): WrittenSync {
  const spec = syncSpecOf(written.object);
  const references = [
    ...listAt(spec, 'data').map((item) => at(item, 'remoteRef')),
    ...listAt(spec, 'dataFrom').map((item) => at(item, 'extract')),
  ];
  const keysOf = (ofTags: boolean) => {
    const own = references.filter((it) => (textAt(it, 'metadataPolicy') === 'Fetch') === ofTags);
    return [...new Set(own.flatMap((it) => textAt(it, 'key') ?? []))];
  };
  return {
    ...written,
    spec,
    selectors: listAt(written.object.spec, 'namespaceSelectors'),
    // SecretStore is what the operator takes when nothing is said.
    store: {
      kind: textAt(spec, 'secretStoreRef', 'kind') ?? 'SecretStore',
      name: textAt(spec, 'secretStoreRef', 'name') ?? '',
    },
    keys: keysOf(false),
    tags: keysOf(true),
    finds: listAt(spec, 'dataFrom').flatMap((item) => {
      const path = textAt(item, 'find', 'path');
      return path === undefined ? [] : [{ path, byTags: at(item, 'find', 'name') === undefined }];
    }),
  };
}

function readStore(written: WrittenObject): WrittenStore {
  const { spec } = written.object;
  const [provider = '', fields] = Object.entries(recordAt(spec, 'provider'))[0] ?? [];
  const role = textAt(fields, 'auth', 'kubernetes', 'role');
  return {
    ...written,
    provider,
    region: textAt(fields, 'region') ?? '',
    service: textAt(fields, 'service') ?? '',
    ...(role !== undefined && {
      vault: {
        mount: textAt(fields, 'path') ?? '',
        version: textAt(fields, 'version') ?? 'v2',
        role,
        audience: textsAt(fields, 'auth', 'kubernetes', 'serviceAccountRef', 'audiences').join(),
      },
    }),
    auth: readAuth(at(fields, 'auth') ?? fields, written.namespace ?? ''),
    conditions: listAt(spec, 'conditions').flatMap((condition) => textsAt(condition, 'namespaces')),
    selectors: listAt(spec, 'conditions').flatMap((condition) => at(condition, 'namespaceSelector') ?? []),
  };
}

function readAuth(auth: unknown, own: string): WrittenAuth {
  const reference = [['jwt'], ['kubernetes'], []]
    .map((steps) => at(auth, ...steps, 'serviceAccountRef'))
    .find((found) => found !== undefined);
  if (reference !== undefined) {
    const name = textAt(reference, 'name') ?? '';
    return { kind: 'serviceAccount', namespace: textAt(reference, 'namespace') ?? own, name };
  }
  return { kind: at(auth, 'secretRef') === undefined ? 'none' : 'secret' };
}

function readServiceAccount(written: WrittenObject): WrittenServiceAccount {
  const roleArn = written.object.metadata.annotations?.['eks.amazonaws.com/role-arn'];
  return { ...written, namespace: written.namespace ?? '', ...(roleArn !== undefined && { roleArn }) };
}
