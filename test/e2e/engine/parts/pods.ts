import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from '../build/builds';
import { AS_ROOT } from '../build/run';
import type { PartSpec } from './part';
import { answers } from './probe';
import { logOf, type Site } from './site';

/** A Pod of the operator's Deployment, as far as a program without a node can be one. */
export interface Pod {
  /** The first takes the place of the operator that runs otherwise. */
  readonly name: string;
  readonly namespace: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Of its ServiceAccount. */
  readonly token: string;
  /** Where its metrics are seen from outside. */
  readonly metricsPort: number;
}

/**
 * Runs a Pod's container as a kubelet would: its arguments and variables and no other, its ServiceAccount's token where
 * pods find it, and a network of its own. Whatever address its variables name for AWS leads to the emulator.
 */
export function podPart({ operator, python }: Binaries, site: Site, pod: Pod): PartSpec {
  const addresses = podAddresses(site, pod.name);
  const aws = awsIn(pod.env);
  const pairs = [
    `${site.ports.api}=${addresses.api}`,
    ...aws.ports.map((port) => `${port}=${addresses.aws}`),
    `${addresses.metrics}=${METRICS_PORT}`,
  ];
  const unshare = [
    '--net',
    '--mount',
    ...AS_ROOT,
    '--',
    'sh',
    '-c',
    PLACE,
    'sh',
    ...preparedFiles(site, pod, aws.hosts),
  ];
  const enclosed = [python, join(__dirname, 'enclosed.py'), ...pairs, '--', operator, ...pod.args];
  return {
    name: pod.name,
    command: 'unshare',
    args: [...unshare, ...enclosed],
    env: { ...aws.env, ...pod.env, KUBERNETES_SERVICE_HOST: '127.0.0.1', KUBERNETES_SERVICE_PORT: `${site.ports.api}` },
    log: logOf(pod.name, site),
    ready: () => answers(`http://127.0.0.1:${pod.metricsPort}/metrics`),
  };
}

/** The Unix sockets by which a Pod reaches the API server and AWS, and is asked for its metrics. */
export const podAddresses = ({ folder }: Site, name: string) => ({
  api: join(folder, `${name}-api.sock`),
  aws: join(folder, `${name}-aws.sock`),
  metrics: join(folder, `${name}-metrics.sock`),
});

// --- internal ---

/** As the chart has it. */
const METRICS_PORT = 8080;
const AWS_PORT = 4566;

/** In mounts of its own: $1 is where pods find their ServiceAccount, $2 the names of hosts. */
const PLACE = [
  'mount -t tmpfs none /run',
  'mkdir -p /run/secrets/kubernetes.io',
  'ln -s "$1" /run/secrets/kubernetes.io/serviceaccount',
  'mount --bind "$2" /etc/hosts',
  'shift 2',
  'exec "$@"',
].join(' && ');

/** @see https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/#directly-accessing-the-rest-api */
function preparedFiles(site: Site, { name, namespace, token }: Pod, hosts: readonly string[]): [string, string] {
  const account = join(site.folder, `${name}-account`);
  mkdirSync(account, { recursive: true, mode: 0o700 });
  copyFileSync(join(site.folder, 'keys', 'apiserver.crt'), join(account, 'ca.crt'));
  writeFileSync(join(account, 'token'), token, { mode: 0o600 });
  writeFileSync(join(account, 'namespace'), namespace);
  const names = join(site.folder, `${name}-hosts`);
  writeFileSync(names, ['localhost', ...hosts].map((host) => `127.0.0.1 ${host}\n`).join(''));
  return [account, names];
}

/** Where a Pod looks for AWS: where its variables say, or where nobody says, at an address of ours. */
function awsIn(env: Pod['env']) {
  const services = ['AWS_SECRETSMANAGER_ENDPOINT', 'AWS_STS_ENDPOINT', 'AWS_SSM_ENDPOINT'];
  const urls = services.flatMap((name) => (env[name] === undefined ? [] : [new URL(env[name])]));
  if (urls.length === 0) {
    const own = services.map((name) => [name, `http://127.0.0.1:${AWS_PORT}`]);
    return { env: Object.fromEntries(own) as Record<string, string>, hosts: [], ports: [AWS_PORT] };
  }
  return {
    env: {},
    hosts: [...new Set(urls.map(({ hostname }) => hostname))],
    ports: [...new Set(urls.map(({ port }) => Number(port)))],
  };
}
