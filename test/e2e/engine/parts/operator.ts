import { join } from 'node:path';
import type { Binaries } from '../build/builds';
import type { OperatorRelease } from '../build/operators';
import { AS_ROOT } from '../build/run';
import type { PartSpec } from './part';
import { answers, speaks } from './probe';
import { awsUrl, kubeconfigOf, logOf, metricsUrl, type Site } from './site';
import { vaultAuthority } from './vault-proxy';

/** The External Secrets Operator, as its chart's ServiceAccount; AWS is the emulator. */
export function operator({ operator, hasProbe }: OperatorRelease, site: Site): PartSpec {
  const aws = awsUrl(site);
  return {
    name: 'external-secrets',
    command: operator,
    args: [
      `--metrics-addr=127.0.0.1:${site.ports.operatorMetrics}`,
      ...(hasProbe ? [`--live-addr=127.0.0.1:${site.ports.operator}`] : []),
      // the defaults keep a small share of a big cluster; tests have a small cluster of their own
      '--concurrent=10',
      '--client-qps=1000',
      '--client-burst=2000',
      '--loglevel=debug',
    ],
    env: {
      KUBECONFIG: kubeconfigOf('operator', site),
      AWS_SECRETSMANAGER_ENDPOINT: aws,
      AWS_STS_ENDPOINT: aws,
      AWS_SSM_ENDPOINT: aws,
      AWS_EC2_METADATA_DISABLED: 'true',
      // the way to Vault, by any name that a store has for it; nothing is there until a test asks for Vault
      HTTPS_PROXY: `http://127.0.0.1:${site.ports.vault}`,
      SSL_CERT_FILE: vaultAuthority(site),
    },
    log: logOf('external-secrets', site),
    // every version has these
    ready: () => answers(metricsUrl(site)),
  };
}

/** Its validating webhook, enclosed: it would bind all interfaces. */
export function webhook({ operator, python }: Binaries, site: Site): PartSpec {
  const { sockets, inside } = webhookAddresses(site);
  const unshare = ['--net', ...AS_ROOT];
  const enclosed = [join(__dirname, 'enclosed.py'), `${site.ports.api}=${sockets.api}`, `${sockets.webhook}=${inside}`];
  const flags = [
    `--port=${inside}`,
    '--dns-name=kubernetes.default.svc',
    `--cert-dir=${join(site.folder, 'keys', 'webhook')}`,
    '--metrics-addr=127.0.0.1:8080',
    '--healthz-addr=127.0.0.1:8081',
  ];
  return {
    name: 'external-secrets-webhook',
    command: 'unshare',
    args: [...unshare, '--', python, ...enclosed, '--', operator, 'webhook', ...flags],
    env: { KUBECONFIG: kubeconfigOf('webhook', site) },
    log: logOf('external-secrets-webhook', site),
    ready: () => speaks(`https://127.0.0.1:${site.ports.webhook}/`),
  };
}

/** The Unix sockets by which the webhook and the API server reach each other, and the webhook's port in its enclosure. */
export const webhookAddresses = ({ folder }: Site) => ({
  sockets: { api: join(folder, 'api.sock'), webhook: join(folder, 'webhook.sock') },
  inside: 10250,
});
