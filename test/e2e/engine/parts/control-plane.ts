import { join } from 'node:path';
import type { Binaries } from '../build/builds';
import type { PartSpec } from './part';
import { answers } from './probe';
import { kubeconfigOf, logOf, type Site, serverUrl } from './site';

export function etcd({ etcd }: Binaries, site: Site): PartSpec {
  const [client, peer] = [`http://127.0.0.1:${site.ports.etcd}`, `http://127.0.0.1:${site.ports.etcdPeer}`];
  return {
    name: 'etcd',
    command: etcd,
    args: [
      `--name=engine`,
      `--data-dir=${join(site.folder, 'etcd')}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=engine=${peer}`,
      '--unsafe-no-fsync',
    ],
    log: logOf('etcd', site),
    ready: () => answers(`${client}/health`),
  };
}

/** Its tokens are of the first issuer; it accepts those of the others too, as kube-controller-manager's may be. */
export function apiServer({ apiServer }: Binaries, site: Site, issuers: readonly string[]): PartSpec {
  const keys = join(site.folder, 'keys');
  return {
    name: 'kube-apiserver',
    command: apiServer,
    args: [
      `--etcd-servers=http://127.0.0.1:${site.ports.etcd}`,
      '--bind-address=127.0.0.1',
      '--advertise-address=127.0.0.1',
      `--secure-port=${site.ports.api}`,
      `--cert-dir=${keys}`,
      `--token-auth-file=${join(keys, 'users.csv')}`,
      '--authorization-mode=RBAC',
      '--service-cluster-ip-range=10.0.0.0/24',
      // there are no endpoints to keep: 127.0.0.1 may not be one
      '--endpoint-reconciler-type=none',
      ...issuers.map((issuer) => `--service-account-issuer=${issuer}`),
      `--service-account-key-file=${join(keys, 'tokens.pub')}`,
      `--service-account-signing-key-file=${join(keys, 'tokens.key')}`,
      // otherwise it keeps what it was asked in a queue that tests only wait for
      '--enable-priority-and-fairness=false',
      '--profiling=false',
    ],
    log: logOf('kube-apiserver', site),
    ready: () => answers(`${serverUrl(site)}/readyz`),
  };
}

export function controllerManager({ controllerManager }: Binaries, site: Site): PartSpec {
  const [keys, kubeconfig] = [join(site.folder, 'keys'), kubeconfigOf('controllers', site)];
  return {
    name: 'kube-controller-manager',
    command: controllerManager,
    args: [
      ...['kubeconfig', 'authentication-kubeconfig', 'authorization-kubeconfig'].map(
        (flag) => `--${flag}=${kubeconfig}`,
      ),
      '--bind-address=127.0.0.1',
      `--secure-port=${site.ports.controllers}`,
      `--cert-dir=${join(keys, 'controllers')}`,
      `--service-account-private-key-file=${join(keys, 'tokens.key')}`,
      `--root-ca-file=${join(keys, 'apiserver.crt')}`,
      // without it namespaces never finish deleting
      '--use-service-account-credentials=true',
      '--leader-elect=false',
      `--controllers=${CONTROLLERS.join()}`,
    ],
    log: logOf('kube-controller-manager', site),
    ready: () => answers(`https://127.0.0.1:${site.ports.controllers}/healthz`),
  };
}

// --- internal ---

const CONTROLLERS = [
  'deployment-controller',
  'garbage-collector-controller',
  'namespace-controller',
  'replicaset-controller',
  'root-ca-certificate-publisher-controller',
  'serviceaccount-controller',
];
