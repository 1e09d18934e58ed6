import { chmodSync, copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Build, built } from './cache';
import { go, goModule } from './go';

/** Parts of Argo CD, Flux and the Prometheus operator, as folders of files. */
export interface GitopsParts {
  /** The CustomResourceDefinitions of the first two. */
  readonly crds: string;
  /** Those of the third that are of use here. */
  readonly monitoring: string;
  /** By what scripts Argo CD tells how an object of the operator is: `ExternalSecret.lua`. */
  readonly health: string;
}

/** Takes them from their modules unless they are there; nothing is compiled. */
export async function gitopsParts(progress: (line: string) => void): Promise<GitopsParts> {
  const folder = await built(GITOPS, progress);
  return { crds: join(folder, 'crds'), monitoring: join(folder, 'monitoring'), health: join(folder, 'health') };
}

// --- internal ---

const ARGO_CD = 'github.com/argoproj/argo-cd/v3';
const FLUX = ['helm-controller', 'kustomize-controller', 'source-controller'].map(
  (name) => `github.com/fluxcd/${name}`,
);

const PROMETHEUS_OPERATOR = 'github.com/prometheus-operator/prometheus-operator';

const GITOPS: Build = {
  ...goModule('gitops'),
  name: 'gitops',
  recipe: 'definitions and health scripts',
  async make(folder) {
    const [argo, prometheus, ...flux] = await sourcesOf([ARGO_CD, PROMETHEUS_OPERATOR, ...FLUX]);
    const definitions = filesOf(join(argo!, 'manifests', 'crds')).filter((file) => file.endsWith('-crd.yaml'));
    const bases = flux.flatMap((source) => filesOf(join(source, 'config', 'crd', 'bases')));
    copyAll([...definitions, ...bases], join(folder, 'crds'), basename);
    const watched = filesOf(join(prometheus!, 'example', 'prometheus-operator-crd'));
    const kinds = watched.filter((file) => /_(prometheusrules|servicemonitors)\.yaml$/.test(file));
    copyAll(kinds, join(folder, 'monitoring'), basename);
    const scripts = filesOf(join(argo!, 'resource_customizations', 'external-secrets.io'));
    copyAll(
      scripts.map((kind) => join(kind, 'health.lua')),
      join(folder, 'health'),
      (file) => `${basename(join(file, '..'))}.lua`,
    );
  },
};

async function sourcesOf(modules: readonly string[]): Promise<string[]> {
  await go('gitops', 'mod', 'download', ...modules);
  return (await go('gitops', 'list', '-m', '-f', '{{.Dir}}', ...modules)).trim().split('\n');
}

const filesOf = (folder: string): string[] => readdirSync(folder).map((name) => join(folder, name));

/** Modules are read-only in Go's cache; their copies need not be. */
function copyAll(files: readonly string[], folder: string, nameOf: (file: string) => string): void {
  mkdirSync(folder);
  for (const file of files) {
    copyFileSync(file, join(folder, nameOf(file)));
    chmodSync(join(folder, nameOf(file)), 0o644);
  }
}
