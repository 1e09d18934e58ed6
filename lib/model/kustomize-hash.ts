import { createHash } from 'node:crypto';

/** A Secret whose name gets kustomize's hash. */
export interface HashedSecret {
  /** Without the hash. */
  readonly name: string;
  readonly type: string;
  /** Values by key in base64. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * The hash that kustomize's `secretGenerator` appends to a Secret's name: of its type and values. The name is meant
 * to be part of it, but kustomize looks it up where it is not, and hashes an empty one.
 * @see https://github.com/kubernetes-sigs/kustomize/blob/api/v0.18.0/api/hasher/hasher.go
 */
export function kustomizeNameHash({ type, data }: HashedSecret): string {
  const text = goJson({ data: kustomizeData(data), kind: 'Secret', name: '', type });
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return digest.replace(/[013ae]/g, (digit) => UNAMBIGUOUS[digit]!);
}

/** The Secret's name as kustomize makes it, hash included. */
export const nameWithHash = (secret: HashedSecret): string => `${secret.name}-${kustomizeNameHash(secret)}`;

/** A Secret's `data` as kustomize writes it: sorted by key, long values cut into lines. */
export function kustomizeData(data: Readonly<Record<string, string>>): Record<string, string> {
  const keys = Object.keys(data).sort();
  return Object.fromEntries(keys.map((key) => [key, wrapBase64(data[key]!)]));
}

// --- internal ---

/**
 * More than 70 characters of base64 become lines, each with its end. The hash is made over that form.
 * @see https://github.com/kubernetes-sigs/kustomize/blob/api/v0.18.0/kyaml/yaml/datamap.go
 */
function wrapBase64(base64: string): string {
  return base64.length > 70 ? base64.replace(/.{1,70}/g, '$&\n') : base64;
}

/** JSON as Go's encoder writes it: these five are escaped so that it may stand in HTML and JavaScript. */
function goJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Digits that read like words or like other digits do not stand in the hash. */
const UNAMBIGUOUS: Readonly<Record<string, string>> = { '0': 'g', '1': 'h', '3': 'k', a: 'm', e: 't' };
