import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import type { Binaries } from '../build/builds';
import { run } from '../build/run';
import { kubeconfigOf, type Site } from '../parts/site';

/** Puts the operator's definitions and the rights that its chart gives it into the cluster. */
export async function installOperator({ crds, chart }: Binaries, site: Site): Promise<void> {
  const rights = chartObjects(chart).filter(({ kind }) => RIGHTS.includes(kind));
  await Promise.all([
    kubectl(site, ['apply', '--server-side', '--filename', crds]),
    kubectl(site, ['create', 'namespace', 'external-secrets']).then(() => apply(site, rights)),
  ]);
  await definitionsServed(site);
}

/** The webhook serves with the API server's certificate, which is for this address and signed by an authority in it. */
export function prepareWebhookKeys({ folder }: Site): void {
  const [from, to] = [join(folder, 'keys'), join(folder, 'keys', 'webhook')];
  mkdirSync(to, { mode: 0o700 });
  copyFileSync(join(from, 'apiserver.crt'), join(to, 'tls.crt'));
  copyFileSync(join(from, 'apiserver.crt'), join(to, 'ca.crt'));
  copyFileSync(join(from, 'apiserver.key'), join(to, 'tls.key'));
}

/** Turns the webhook on, as the chart has it but for the address: there is no Service without nodes. */
export async function installWebhook({ chart }: Binaries, site: Site): Promise<void> {
  const authority = readFileSync(join(site.folder, 'keys', 'apiserver.crt')).toString('base64');
  const configurations = chartObjects(chart).filter(({ kind }) => kind === 'ValidatingWebhookConfiguration');
  for (const webhook of configurations.flatMap(({ webhooks = [] }) => webhooks)) {
    const { path } = webhook.clientConfig.service;
    webhook.clientConfig = { url: `https://127.0.0.1:${site.ports.webhook}${path}`, caBundle: authority } as never;
  }
  await apply(site, configurations);
}

// --- internal ---

const RIGHTS = ['ServiceAccount', 'ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'];

interface ChartObject {
  readonly kind: string;
  readonly webhooks?: { clientConfig: { service: { path: string } } }[];
}

const chartObjects = (file: string): ChartObject[] =>
  parseAllDocuments(readFileSync(file, 'utf8')).flatMap((document) => (document.toJS() as ChartObject | null) ?? []);

const kubectl = (site: Site, args: readonly string[], input?: string): Promise<string> =>
  run('kubectl', [`--kubeconfig=${kubeconfigOf('admin', site)}`, ...args], input === undefined ? {} : { input });

const apply = (site: Site, items: readonly ChartObject[]): Promise<string> =>
  kubectl(
    site,
    ['apply', '--server-side', '--filename', '-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
  );

/** `kubectl wait` goes from one definition to the next, which takes seconds. */
async function definitionsServed(site: Site): Promise<void> {
  const states = () => kubectl(site, ['get', 'crd', '--output', `go-template=${ESTABLISHED}`]);
  while (
    (await states())
      .trimEnd()
      .split('\n')
      .some((state) => state !== 'True')
  )
    await sleep(100);
}

// a line for each definition, an empty one while it has no conditions
const ESTABLISHED =
  '{{range .items}}{{range .status.conditions}}{{if eq .type "Established"}}{{.status}}{{end}}{{end}}{{"\\n"}}{{end}}';
