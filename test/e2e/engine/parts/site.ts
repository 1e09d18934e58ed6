import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './probe';

const PORTS = [
  'etcd',
  'etcdPeer',
  'api',
  'controllers',
  'operator',
  'operatorMetrics',
  'webhook',
  'emulator',
  'aws',
  'vault',
] as const;
const USERS = {
  admin: 'admin,admin,system:masters',
  controllers: 'system:kube-controller-manager,controllers,',
  operator: 'system:serviceaccount:external-secrets:external-secrets,operator,system:serviceaccounts',
  webhook: 'system:serviceaccount:external-secrets:external-secrets-webhook,webhook,system:serviceaccounts',
} as const;

export type User = keyof typeof USERS;

/** Where one running engine keeps its data and listens: a folder of its own and ports that nobody uses. */
export interface Site {
  readonly folder: string;
  readonly ports: Readonly<Record<(typeof PORTS)[number], number>>;
}

export async function prepareSite(): Promise<Site> {
  discardLeft();
  const folder = mkdtempSync(`${PREFIX}${process.pid}-`);
  for (const name of ['etcd', 'keys', 'log']) mkdirSync(join(folder, name), { mode: 0o700 });
  const free = await freePorts(PORTS.length);
  const ports = Object.fromEntries(PORTS.map((name, at) => [name, free[at]])) as Site['ports'];
  writeServiceAccountKeys(folder);
  writeUsers({ folder, ports });
  return { folder, ports };
}

export const serverUrl = ({ ports }: Site): string => `https://127.0.0.1:${ports.api}`;
/** Where the operator looks for AWS: a way to the emulator that can be closed. */
export const awsUrl = ({ ports }: Site): string => `http://127.0.0.1:${ports.aws}`;
export const emulatorUrl = ({ ports }: Site): string => `http://127.0.0.1:${ports.emulator}`;
export const metricsUrl = ({ ports }: Site): string => `http://127.0.0.1:${ports.operatorMetrics}/metrics`;
export const kubeconfigOf = (user: User, { folder }: Site): string => join(folder, `${user}.kubeconfig`);
export const logOf = (name: string, { folder }: Site): string => join(folder, 'log', `${name}.log`);

// --- internal ---

/** What a folder is called, before the process that keeps it. */
const PREFIX = join(tmpdir(), 'keywright-engine-');

/** Removes the folders of engines that were killed, with their keys. */
function discardLeft(): void {
  const folders = readdirSync(tmpdir()).map((name) => join(tmpdir(), name));
  for (const folder of folders.filter((name) => name.startsWith(PREFIX))) {
    const keeper = folder.slice(PREFIX.length).split('-')[0];
    if (!existsSync(`/proc/${keeper}`)) rmSync(folder, { recursive: true, force: true });
  }
}

/** The keys that sign and verify the tokens of ServiceAccounts. */
function writeServiceAccountKeys(folder: string): void {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const secret = { mode: 0o600 };
  writeFileSync(join(folder, 'keys', 'tokens.key'), privateKey.export({ type: 'sec1', format: 'pem' }), secret);
  writeFileSync(join(folder, 'keys', 'tokens.pub'), publicKey.export({ type: 'spki', format: 'pem' }));
}

/** @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#static-token-file */
function writeUsers(site: Site): void {
  const users = Object.entries(USERS).map(([user, identity]) => ({ user: user as User, identity, token: newToken() }));
  const [lines, secret] = [users.map(({ token, identity }) => `${token},${identity}\n`), { mode: 0o600 }];
  writeFileSync(join(site.folder, 'keys', 'users.csv'), lines.join(''), secret);
  for (const { user, token } of users) writeFileSync(kubeconfigOf(user, site), kubeconfig(site, token), secret);
}

const newToken = (): string => randomBytes(16).toString('hex');

/** JSON is YAML. The API server makes its own certificate at its first start. */
const kubeconfig = (site: Site, token: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'engine',
    clusters: [
      {
        name: 'engine',
        cluster: { server: serverUrl(site), 'certificate-authority': join(site.folder, 'keys', 'apiserver.crt') },
      },
    ],
    users: [{ name: 'engine', user: { token } }],
    contexts: [{ name: 'engine', context: { cluster: 'engine', user: 'engine' } }],
  });
