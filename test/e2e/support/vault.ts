import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { run } from '../engine/build/run';
import { withoutCloud } from '../engine/parts/part';
import { askVault, type VaultAccess, type VaultAnswer, type VaultMethod } from '../engine/parts/vault-api';
import { AUTHORITIES } from '../engine/parts/vault-proxy';

/** A request that Vault has seen. */
export interface VaultRequest {
  readonly time: number;
  readonly operation: string;
  readonly path: string;
  /** The role as which somebody asked. */
  readonly role?: string;
  readonly error?: string;
}

/** A cluster as Vault must know it when it runs elsewhere. */
export interface VaultCluster {
  readonly kubernetes_host: string;
  readonly kubernetes_ca_cert: string;
  /** The token of a ServiceAccount that may have others reviewed. */
  readonly token_reviewer_jwt: string;
}

/** Vault as its users use it: each method does what the command in its comment does. */
export class Vault {
  constructor(private readonly access: VaultAccess) {}

  /** The certificate of who signs for host names that end in `.private.example.com`: the operator does not know it. */
  get privateAuthority(): string {
    return this.access.privateAuthority;
  }

  /** Runs a command of Vault's own command line in a folder; gives what it printed, warnings too. */
  run(command: string, cwd: string): Promise<string> {
    const { address, token, program } = this.access;
    const PATH = `${dirname(program)}:${process.env.PATH}`;
    const env = { ...withoutCloud(process.env), PATH, VAULT_ADDR: address, VAULT_TOKEN: token };
    return run('sh', ['-c', `${command} 2>&1`], { cwd, env });
  }

  /** `vault secrets enable -path=MOUNT kv-v2` */
  async enableKv(mount: string, version: 'v1' | 'v2'): Promise<void> {
    await this.ask('POST', `sys/mounts/${mount}`, { type: 'kv', options: { version: version.slice(1) } });
  }

  /** `vault kv put -mount=MOUNT PATH @value.json` */
  async put(mount: string, path: string, value: object): Promise<void> {
    await this.ask('POST', `${mount}/data/${path}`, { data: value });
  }

  /** `vault kv delete -mount=MOUNT PATH` */
  async delete(mount: string, path: string): Promise<void> {
    await this.ask('DELETE', `${mount}/data/${path}`);
  }

  /** `vault kv undelete -mount=MOUNT -versions=N PATH`, of the newest version */
  async undelete(mount: string, path: string): Promise<void> {
    const { data } = await this.ask('GET', `${mount}/metadata/${path}`);
    await this.ask('POST', `${mount}/undelete/${path}`, { versions: [data?.current_version] });
  }

  /** `vault auth enable -path=MOUNT kubernetes` and `vault write auth/MOUNT/config …` */
  async enableKubernetes(mount: string, cluster: VaultCluster): Promise<void> {
    await this.ask('POST', `sys/auth/${mount}`, { type: 'kubernetes' });
    await this.ask('POST', `auth/${mount}/config`, cluster);
  }

  /** `vault write auth/MOUNT/login role=ROLE jwt=TOKEN`; gives Vault as it is for whoever logged in */
  async login(mount: string, role: string, jwt: string): Promise<Vault> {
    const { auth } = await this.ask('POST', `auth/${mount}/login`, { role, jwt });
    if (!auth) throw new Error(`Vault gave no token for the role ${role}`);
    return new Vault({ ...this.access, token: auth.client_token });
  }

  /** Asks for anything else; fails with what Vault says. */
  ask(method: VaultMethod, path: string, body?: object): Promise<VaultAnswer> {
    return askVault(this.access, method, path, body);
  }

  /** `vault list auth/token/accessors`: the tokens that are valid now, one of them the administrator's */
  tokens(): Promise<readonly string[]> {
    return this.list('auth/token/accessors');
  }

  /** What Vault was asked since a moment in milliseconds. */
  requests(since = 0): VaultRequest[] {
    const lines = readFileSync(this.access.audit, 'utf8').trimEnd().split('\n');
    return lines.flatMap((line) => requestIn(JSON.parse(line) as AuditLine)).filter(({ time }) => time >= since);
  }

  /** Forgets every value, policy and role. */
  async reset(): Promise<void> {
    await this.disable('sys/mounts', ['cubbyhole/', 'identity/', 'sys/', `${AUTHORITIES}/`]);
    await this.disable('sys/auth', ['token/']);
    const policies = await this.list('sys/policies/acl');
    for (const name of policies.filter((name) => !['default', 'root'].includes(name))) {
      await this.ask('DELETE', `sys/policies/acl/${name}`);
    }
  }

  // --- internal ---

  private async list(path: string): Promise<readonly string[]> {
    return (await askVault<{ data: { keys: readonly string[] } }>(this.access, 'LIST', path)).data.keys;
  }

  private async disable(kind: string, kept: readonly string[]): Promise<void> {
    const { data = {} } = await this.ask('GET', kind);
    for (const path of Object.keys(data).filter((path) => !kept.includes(path))) {
      await this.ask('DELETE', `${kind}/${path.replace(/\/$/, '')}`);
    }
  }
}

// --- internal ---

/** @see https://developer.hashicorp.com/vault/docs/audit/schema */
interface AuditLine {
  readonly type: string;
  readonly time: string;
  readonly error?: string;
  readonly auth?: { readonly metadata?: { readonly role?: string } };
  readonly request: { readonly operation: string; readonly path: string };
}

/** Each request is written down before it is answered; the answer besides. */
function requestIn({ type, time, error, auth, request: { operation, path } }: AuditLine): VaultRequest[] {
  if (type !== 'request') return [];
  const role = auth?.metadata?.role;
  return [{ time: Date.parse(time), operation, path, ...(role && { role }), ...(error && { error }) }];
}
