import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Build, built } from './cache';
import { go, goBuild, goModule } from './go';
import { run } from './run';

/** A version of the External Secrets Operator, and where what it consists of is. */
export interface OperatorRelease {
  readonly version: string;
  readonly operator: string;
  /** Its CustomResourceDefinitions, one file each. */
  readonly crds: string;
  /** What its chart renders to. */
  readonly chart: string;
  /** The chart itself, and the program that renders it. */
  readonly helm: { readonly program: string; readonly chart: string };
  /** It serves its health, at an address that must be given: the default is a fixed port of all interfaces. */
  readonly hasProbe: boolean;
}

/** The version that runs unless a test asks for another one: the newest that can be built. */
export const USUAL_OPERATOR = '0.20.4';

/** Builds a version of the operator unless it is there. */
export async function operatorRelease(version: string, progress: (line: string) => void): Promise<OperatorRelease> {
  const source = SOURCES[version];
  if (!source) throw new Error(`the engine has no operator ${version}; it has ${Object.keys(SOURCES).join(', ')}`);
  const build = operatorOf(version, source);
  const operator = await built(build, progress);
  const helm = await built(HELM, progress);
  const chart = await built(chartOf(build, operator, helm), progress);
  return {
    version,
    operator: join(operator, 'external-secrets'),
    crds: join(operator, 'crds'),
    chart: join(chart, 'chart.yaml'),
    helm: { program: join(helm, 'helm'), chart: join(operator, 'chart') },
    hasProbe: source.hasProbe,
  };
}

// --- internal ---

const ESO = 'github.com/external-secrets/external-secrets';

interface Source {
  /** The folder of its lock files. */
  readonly module: string;
  /** The cache's name for it. */
  readonly name: string;
  /** @see https://github.com/external-secrets/external-secrets/pull/4930 */
  readonly hasProbe: boolean;
}

const SOURCES: Readonly<Record<string, Source>> = {
  // It shares most of its packages with Kubernetes, and so one module.
  [USUAL_OPERATOR]: { module: 'kubernetes', name: 'operator', hasProbe: true },
  '0.17.0': { module: 'operator-0.17', name: 'operator-0.17', hasProbe: false },
};

const operatorOf = (version: string, { module, name }: Source): Build => ({
  ...goModule(module),
  name,
  recipe: 'external-secrets, its definitions and chart',
  async make(folder) {
    await go(module, 'mod', 'download', ESO);
    const [source, locked] = (await go(module, 'list', '-m', '-f', '{{.Dir}}\n{{.Version}}', ESO)).trim().split('\n');
    if (locked !== `v${version}`) throw new Error(`the lock files of ${module} are for ${locked}, not v${version}`);
    copyDefinitions(join(source!, 'config', 'crds', 'bases'), join(folder, 'crds'));
    copyChart(join(source!, 'deploy', 'charts', 'external-secrets'), join(folder, 'chart'));
    await goBuild(module, ESO, join(folder, 'external-secrets'), '-s -w');
  },
});

const HELM: Build = {
  ...goModule('helm'),
  recipe: 'helm',
  make: (folder) => goBuild('helm', 'helm.sh/helm/v3/cmd/helm', join(folder, 'helm'), '-s -w'),
};

const chartOf = ({ locks }: Build, operator: string, helm: string): Build => ({
  name: 'chart',
  locks: [...locks, ...HELM.locks],
  recipe: 'helm template',
  async make(folder) {
    const chart = join(operator, 'chart');
    const release = ['template', 'external-secrets', chart, '--namespace', 'external-secrets'];
    writeFileSync(join(folder, 'chart.yaml'), await run(join(helm, 'helm'), release));
  },
});

/** Modules are read-only in Go's cache; their copies need not be. */
function copyDefinitions(from: string, to: string): void {
  mkdirSync(to);
  for (const file of readdirSync(from).filter((name) => name.includes('.io_'))) {
    copyFileSync(join(from, file), join(to, file));
    chmodSync(join(to, file), 0o644);
  }
}

/** The chart depends on another one that the module does not hold, and that is off by default. */
function copyChart(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const file of ['Chart.yaml', 'Chart.lock']) chmodSync(join(to, file), 0o644);
  rmSync(join(to, 'Chart.lock'));
  const [document] = parseAllDocuments(readFileSync(join(to, 'Chart.yaml'), 'utf8'));
  document!.delete('dependencies');
  writeFileSync(join(to, 'Chart.yaml'), String(document));
}
