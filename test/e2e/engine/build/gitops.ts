import { chmodSync, copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Build, built } from './cache';
import { go, goBuild, goModule, LOCKS } from './go';

/** Parts of Argo CD, Flux and the Prometheus operator, as folders of files. */
export interface GitopsParts {
  /** The CustomResourceDefinitions of the first two. */
  readonly crds: string;
  /** Those of the third that are of use here. */
  readonly monitoring: string;
  /** By what scripts Argo CD tells how an object of the operator is: `ExternalSecret.lua`. */
  readonly health: string;
  /** Pages about its commands: `argocd_app_sync.md`. */
  readonly commands: string;
  /** A program around Argo CD's own code that tells what it would find different. */
  readonly diff: string;
}

/** Takes them from their modules unless they are there. */
export async function gitopsParts(progress: (line: string) => void): Promise<GitopsParts> {
  const folder = await built(GITOPS, progress);
  const diff = await built(ARGO_CD_DIFF, progress);
  const [crds, monitoring, health, commands] = ['crds', 'monitoring', 'health', 'commands'].map((name) =>
    join(folder, name),
  );
  return {
    crds: crds!,
    monitoring: monitoring!,
    health: health!,
    commands: commands!,
    diff: join(diff, 'argocd-diff'),
  };
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
  recipe: 'definitions, health scripts, and pages about commands',
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
    copyAll(filesOf(join(argo!, 'docs', 'user-guide', 'commands')), join(folder, 'commands'), basename);
  },
};

/** With the packages of the Kubernetes that is built beside it. */
const ARGO_CD_DIFF: Build = {
  name: 'argocd-diff',
  locks: [...goModule('argocd-diff').locks, join(LOCKS, 'argocd-diff', 'main.go')],
  recipe: 'a program around its differ',
  make: (folder) => goBuild('argocd-diff', '.', join(folder, 'argocd-diff'), '-s -w'),
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
