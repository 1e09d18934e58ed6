import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { PlannedBundle } from 'keywright';

/** A folder of a team's own, on top of one of ours: a Deployment for each of these Secrets, which it names without hash. */
export function overlayOf(base: string, bundles: readonly PlannedBundle[]): string {
  const files = bundles.map((bundle, at) => [`${at}.json`, JSON.stringify(deploymentOf(bundle))] as const);
  const folder = mkdtempSync(join(tmpdir(), 'overlay-'));
  return written(folder, { resources: [relative(folder, base), ...files.map(([name]) => name)] }, files);
}

/** A folder in which kustomize itself generates the same Secrets, from files. */
export function generatorOf(bundles: readonly PlannedBundle[]): string {
  const values = bundles.map(({ source }) => Object.entries(source.kind === 'embedded' ? source.data : {}));
  const secretGenerator = bundles.map(({ source, namespace, secretType }, at) => ({
    name: source.name,
    namespace,
    type: secretType,
    files: values[at]!.map(([key]) => `${key}=${at}/${key}`),
  }));
  const files = values.flatMap((pairs, at) =>
    pairs.map(([key, value]) => [`${at}/${key}`, Buffer.from(value, 'base64')] as const),
  );
  return written(mkdtempSync(join(tmpdir(), 'generator-')), { secretGenerator }, files);
}

/** Pods that read a Secret by all the ways there are. */
export function podSpecWith(name: string, key: string): object {
  const env = [{ name: 'KEY', valueFrom: { secretKeyRef: { name, key } } }];
  return {
    imagePullSecrets: [{ name }],
    initContainers: [{ name: 'first', image: 'app', env }],
    containers: [{ name: 'app', image: 'app', env, envFrom: [{ secretRef: { name } }] }],
    volumes: [
      { name: 'files', secret: { secretName: name } },
      { name: 'more', projected: { sources: [{ secret: { name } }] } },
    ],
  };
}

// --- internal ---

function deploymentOf({ namespace, source, keys }: PlannedBundle): object {
  const { name } = source;
  const labels = { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      replicas: 0,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: podSpecWith(name, keys[0]!.name) },
    },
  };
}

function written(
  folder: string,
  kustomization: object,
  files: readonly (readonly [string, string | Buffer])[],
): string {
  for (const [name, content] of [...files, ['kustomization.yaml', JSON.stringify(kustomization)] as const]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
