import { PushSecret } from '../../imports/external-secrets.io';
import type { PushSecretSpec } from '../../imports/external-secrets-types';
import type { KubernetesObject, PlannedEntry, PlannedKmsKey, PlannedPush } from '../model';
import { waveAnnotations } from './gitops/argocd';

/**
 * The PushSecret that keeps a Secret in its entry. What is pushed is the entry whole, in one write: field by field there
 * would be versions that hold a new certificate and the old private key.
 * @see https://external-secrets.io/latest/api/pushsecret/
 */
export function pushSecretManifest(
  push: PlannedPush,
  entry: PlannedEntry,
  kmsKey: PlannedKmsKey | undefined,
): KubernetesObject {
  const { labels, push: name, namespace } = push;
  const match = {
    remoteRef: { remoteKey: entry.remoteKey },
    secretKey: entry.plain ? push.fields[0]!.key : wholeKey(push),
  };
  // Every default is written out, so that the live object equals its file.
  const spec: PushSecretSpec = {
    data: [{ conversionStrategy: 'None', match, metadata: metadataOf(entry, kmsKey) }],
    deletionPolicy: push.deletionPolicy,
    refreshInterval: push.refreshInterval,
    secretStoreRefs: [push.storeRef],
    selector: { secret: { name: push.secretName } },
    ...(!entry.plain && { template: templateOf(push) }),
    updatePolicy: 'Replace',
  };
  return { ...PushSecret.GVK, metadata: { ...waveAnnotations(push.syncWave), labels, name, namespace }, spec };
}

// --- internal ---

/**
 * What the entry is in AWS. The operator removes every tag that it does not find here, and pushes bytes, which other
 * readers do not take for JSON, unless it is told to push text.
 * @see https://external-secrets.io/latest/provider/aws-secrets-manager/#additional-metadata-for-pushsecret
 */
function metadataOf({ summary, tags }: PlannedEntry, kmsKey: PlannedKmsKey | undefined): object {
  const kmsKeyId = kmsKey?.arn ?? kmsKey?.alias;
  return {
    apiVersion: 'kubernetes.external-secrets.io/v1alpha1',
    kind: 'PushSecretMetadata',
    spec: {
      ...(summary !== undefined && { description: summary }),
      ...(kmsKeyId !== undefined && { kmsKeyId }),
      secretPushFormat: 'string',
      tags,
    },
  };
}

/** A key that no Secret can have. The operator names it when there is none: it should say what is missing. */
const wholeKey = ({ fields }: PlannedPush): string => {
  const required = fields.filter((field) => field.required);
  return `{${(required.length > 0 ? required : fields).map(({ key }) => key).join(', ')}}`;
};

/** The whole entry as JSON, unless a required key is missing or empty: then there is nothing to push, which is an error. */
function templateOf(push: PlannedPush): NonNullable<PushSecretSpec['template']> {
  const required = push.fields.filter((field) => field.required);
  const optional = push.fields.filter((field) => !field.required);
  const values = required.map(({ field, key }) => `${JSON.stringify(field)} (${readOf(key)})`);
  const literal = [
    `{{ $entry := ${['dict', ...values].join(' ')} }}`,
    ...optional.map(
      ({ field, key }) => `{{ with ${readOf(key)} }}{{ $_ := set $entry ${JSON.stringify(field)} . }}{{ end }}`,
    ),
    // In ASCII, whose escapes are the same in Go and in YAML: see the optional keys of an ExternalSecret.
    onlyWith(
      required.map(({ key }) => `(${readOf(key)})`),
      `${JSON.stringify(wholeKey(push))}: {{ toRawJson $entry | printf "%+q" }}`,
    ),
  ].join('\n');
  return {
    engineVersion: 'v2',
    mergePolicy: 'Replace',
    metadata: {},
    templateFrom: [{ literal, target: 'Data' }],
  };
}

const readOf = (key: string): string => `index . ${JSON.stringify(key)}`;

const onlyWith = (values: readonly string[], text: string): string =>
  values.length > 0 ? `{{ if and ${values.join(' ')} }}${text}{{ end }}` : text;
