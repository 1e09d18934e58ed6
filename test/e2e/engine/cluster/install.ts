import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { OperatorRelease } from '../build/operators';
import type { Site } from '../parts/site';
import { kindsServed } from './kinds';
import { kubectl } from './kubectl';

/** Where the operator is: nobody deletes it. */
export const OPERATOR_NAMESPACE = 'external-secrets';

/** Puts the operator's definitions and the rights that its chart gives it into the cluster. */
export async function installOperator(release: OperatorRelease, site: Site): Promise<void> {
  const rights = chartObjects(release.chart).filter(({ kind }) => RIGHTS.includes(kind));
  await Promise.all([
    kubectl(site, ['apply', '--server-side', '--filename', release.crds]),
    apply(site, [NAMESPACE, ...rights]),
  ]);
  await kindsServed(release, site);
}

/** Gives the operator the rights that are among what its chart made, and takes all others. */
export async function replaceRights(
  objects: readonly ChartObject[],
  before: readonly ChartObject[],
  site: Site,
): Promise<void> {
  await remove(
    site,
    before.filter(({ kind }) => RIGHTS.includes(kind) && kind !== 'ServiceAccount'),
  );
  await apply(
    site,
    objects.filter(({ kind }) => RIGHTS.includes(kind)),
  );
}

/** What the chart of a version makes when nobody says anything. */
export const usualObjects = ({ chart }: OperatorRelease): ChartObject[] => chartObjects(chart);

/** Puts another version in the place of one that does not run: its webhook too, and no definition more than it has. */
export async function replaceOperator(before: OperatorRelease, after: OperatorRelease, site: Site): Promise<void> {
  const kept = readdirSync(after.crds);
  const gone = readdirSync(before.crds).filter((file) => !kept.includes(file));
  const files = gone.flatMap((file) => ['--filename', join(before.crds, file)]);
  if (gone.length > 0) await kubectl(site, ['delete', '--ignore-not-found', ...files]);
  await installOperator(after, site);
  await installWebhook(after, site);
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
export async function installWebhook({ chart }: OperatorRelease, site: Site): Promise<void> {
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

/** As much of what a chart makes as is read here. */
export interface ChartObject {
  readonly kind: string;
  readonly webhooks?: { clientConfig: { service: { path: string } } }[];
}

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: OPERATOR_NAMESPACE } };

const chartObjects = (file: string): ChartObject[] =>
  parseAllDocuments(readFileSync(file, 'utf8')).flatMap((document) => (document.toJS() as ChartObject | null) ?? []);

const apply = (site: Site, items: readonly ChartObject[]): Promise<void> =>
  each(site, ['apply', '--server-side'], items);

const remove = (site: Site, items: readonly ChartObject[]): Promise<void> =>
  each(site, ['delete', '--ignore-not-found'], items);

/** kubectl takes it for a mistake when there is nothing to do. */
async function each(site: Site, command: readonly string[], items: readonly ChartObject[]): Promise<void> {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  if (items.length > 0) await kubectl(site, [...command, '--filename=-'], list);
}
