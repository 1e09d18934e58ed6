import type { EmbeddedSecret, OutputFile, PlannedBundle } from '../model';
import { formatYaml } from './yaml';

/** A bundle whose values stand in the repository. */
export type EmbeddedBundle = PlannedBundle & { readonly source: EmbeddedSecret };

export interface KustomizationInput {
  /** The folder below the output folder: `kubernetes/nova/dev`. */
  readonly folder: string;
  /** The folder that a person edits instead, or nothing. */
  readonly from: string;
  /** The files of the objects, below the folder. */
  readonly resources: readonly string[];
  readonly embedded: readonly EmbeddedBundle[];
}

/**
 * The folder as kustomize reads it: `kubectl apply -k`, alone or below an overlay.
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export function renderKustomization({ folder, from, resources, embedded }: KustomizationInput): OutputFile[] {
  const generated = embedded.filter(({ source }) => source.as === 'secretGenerator');
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...(resources.length > 0 && { resources }),
    ...(generated.length > 0 && { secretGenerator: generated.map(generatorOf) }),
    configurations: ['kustomizeconfig.yaml'],
  };
  const head = `# Made by keywright from ${from}. Change that and run \`keywright synth\`.\n`;
  return [
    { path: `${folder}/kustomization.yaml`, text: head + formatYaml(kustomization) + formatPatches(embedded) },
    { path: `${folder}/kustomizeconfig.yaml`, text: formatYaml(NAME_REFERENCES) },
    ...generated.flatMap((bundle) => generatorFiles(folder, bundle)),
  ];
}

// --- internal ---

const STORES = ['SecretStore', 'ClusterSecretStore'];
const ofStores = (...paths: readonly string[]) =>
  STORES.flatMap((kind) => paths.map((path) => ({ kind, path: `spec/provider/${path}/name` })));

/**
 * What an overlay's `namePrefix` has to follow in kinds that kustomize does not know.
 * @see https://github.com/kubernetes-sigs/kustomize/blob/master/examples/transformerconfigs/README.md
 */
const NAME_REFERENCES = {
  nameReference: [
    ...STORES.map((kind) => ({ kind, fieldSpecs: [{ kind: 'ExternalSecret', path: 'spec/secretStoreRef/name' }] })),
    {
      kind: 'ServiceAccount',
      fieldSpecs: ofStores(
        'aws/auth/jwt/serviceAccountRef',
        'vault/auth/kubernetes/serviceAccountRef',
        'azurekv/serviceAccountRef',
      ),
    },
    {
      kind: 'Secret',
      fieldSpecs: ofStores('aws/auth/secretRef/accessKeyIDSecretRef', 'aws/auth/secretRef/secretAccessKeySecretRef'),
    },
  ],
};

/**
 * A Secret's file has its final name, hash included. Renaming it to the plain name and back lets kustomize know both,
 * so that a reference in an overlay follows.
 */
function formatPatches(embedded: readonly EmbeddedBundle[]): string {
  const hashed = embedded.filter(({ source }) => source.as === 'secret' && source.nameSuffixHash);
  const patches = hashed.flatMap((bundle) =>
    [bundle.source.name, bundle.secretName].map((name) => `- ${JSON.stringify(renaming(bundle, name))}\n`),
  );
  return patches.length > 0 ? `patches:\n${patches.join('')}` : '';
}

/** One line of JSON, which is YAML: there are two for each Secret, and nobody reads them twice. */
const renaming = ({ secretName, namespace }: EmbeddedBundle, name: string): object => ({
  target: { kind: 'Secret', name: secretName, namespace },
  options: { allowNameChange: true },
  patch: `- {op: replace, path: /metadata/name, value: '${name}'}`,
});

/** @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/secretgenerator/ */
function generatorOf(bundle: EmbeddedBundle): object {
  const { source, namespace, secretType, secretLabels, secretAnnotations } = bundle;
  const options = {
    ...(Object.keys(secretAnnotations).length > 0 && { annotations: secretAnnotations }),
    ...(!source.nameSuffixHash && { disableNameSuffixHash: true }),
    ...(Object.keys(secretLabels).length > 0 && { labels: secretLabels }),
  };
  const texts = valuesOf(source);
  const files = texts.filter(([, text]) => !isLiteral(text)).map(([key]) => `${key}=${fileOf(bundle, key)}`);
  const literals = texts.filter(([, text]) => isLiteral(text)).map(([key, text]) => `${key}=${text}`);
  return {
    name: source.name,
    namespace,
    type: secretType,
    ...(files.length > 0 && { files }),
    ...(literals.length > 0 && { literals }),
    ...(Object.keys(options).length > 0 && { options }),
  };
}

function generatorFiles(folder: string, bundle: EmbeddedBundle): OutputFile[] {
  const texts = valuesOf(bundle.source).filter(([, text]) => !isLiteral(text));
  return texts.map(([key, text]) => ({ path: `${folder}/${fileOf(bundle, key)}`, text }));
}

/** kustomize takes quotes off the ends of a literal: such a value stands in a file. */
const isLiteral = (text: string): boolean => !/^["']|["']$/.test(text);

const fileOf = ({ namespace, source }: EmbeddedBundle, key: string): string => `${namespace}/${source.name}/${key}`;

const valuesOf = (source: EmbeddedSecret): [key: string, text: string][] =>
  Object.entries(source.data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]);
