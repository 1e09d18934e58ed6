import type { Labels } from '../model';
import { type HashedSecret, kustomizeData, nameWithHash } from '../model/kustomize-hash';
import { inKustomizeOrder } from './kustomize-order';

/** A Secret to be made as kustomize's `secretGenerator` makes it. */
export interface KustomizeSecretInput extends HashedSecret {
  readonly namespace?: string;
  /** Like the generator's `options.labels` and `options.annotations`. They are not part of the hash. */
  readonly labels?: Labels;
  readonly annotations?: Labels;
  /** False leaves the name as it is, like the generator's `disableNameSuffixHash`. */
  readonly nameSuffixHash: boolean;
}

/** The Secret as an object, its keys in kustomize's order. */
export type SecretManifest = {
  readonly apiVersion: 'v1';
  readonly data: Readonly<Record<string, string>>;
  readonly kind: 'Secret';
  readonly metadata: {
    readonly annotations?: Labels;
    readonly labels?: Labels;
    readonly name: string;
    readonly namespace?: string;
  };
  readonly type: string;
};

/** The Secret that `kubectl kustomize` prints for the same values; `formatYaml` gives the same bytes. */
export function kustomizeSecret(input: KustomizeSecretInput): { name: string; manifest: SecretManifest } {
  const { labels = {}, annotations = {}, namespace, type } = input;
  const name = input.nameSuffixHash ? nameWithHash(input) : input.name;
  const data = inKustomizeOrder(kustomizeData(input.data));
  const metadata = {
    ...(Object.keys(annotations).length > 0 && { annotations: inKustomizeOrder(annotations) }),
    ...(Object.keys(labels).length > 0 && { labels: inKustomizeOrder(labels) }),
    name,
    ...(namespace !== undefined && { namespace }),
  };
  return { name, manifest: { apiVersion: 'v1', data, kind: 'Secret', metadata, type } };
}
