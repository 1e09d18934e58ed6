import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, createServer as createSecureServer, type SecureContext } from 'node:tls';
import type { Site } from './site';
import { askVault, type VaultAccess } from './vault-api';

/** Who signs for Vault's public host names; the operator trusts it. The file is there once Vault runs. */
export const vaultAuthority = ({ folder }: Site): string => join(folder, 'keys', 'vault-authority.crt');

/** Where the proxy listens. */
export const vaultSocket = ({ folder }: Site): string => join(folder, 'vault.sock');

/** Where the authorities are in Vault: tests leave them alone. */
export const AUTHORITIES = 'engine-authorities';

/** How host names end that another authority signs for, which nobody knows. */
export const PRIVATE = '.private.example.com';

/** Takes whoever asks it for one of its hosts by HTTPS to Vault, so that stores keep the address they have. */
export class VaultProxy {
  private readonly hosts = new Map<string, SecureContext>();

  private constructor(
    private readonly vault: VaultRoot,
    private readonly known: Issued,
    private readonly unknown: Issued,
  ) {}

  static async start(vault: VaultRoot, site: Site): Promise<VaultProxy> {
    const [known, unknown] = await makeAuthorities(vault);
    const proxy = new VaultProxy(vault, known, unknown);
    writeFileSync(vaultAuthority(site), known.certificate);
    await proxy.listen(vaultSocket(site));
    return proxy;
  }

  /** The certificate of who signs for private host names. */
  get privateAuthority(): string {
    return this.unknown.certificate;
  }

  /** Answers for this host from now on. */
  async answerFor(host: string): Promise<void> {
    if (this.hosts.has(host)) return;
    const { issuer_id } = host.endsWith(PRIVATE) ? this.unknown : this.known;
    const { certificate, private_key } = await issued(this.vault, `issuer/${issuer_id}/issue/any`, host);
    this.hosts.set(host, createSecureContext({ cert: certificate, key: private_key }));
  }

  // --- internal ---

  private listen(socket: string): Promise<void> {
    const secure = createSecureServer({ SNICallback: (host, done) => done(null, this.hosts.get(host)) });
    secure.on('secureConnection', (near) => pass(near, connect(Number(new URL(this.vault.address).port), '127.0.0.1')));
    const server = createServer((_request, response) => response.writeHead(405).end());
    server.on('connect', ({ url }, near) => {
      near.on('error', () => near.destroy());
      if (!this.hosts.has(new URL(`http://${url}`).hostname)) return near.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      near.write('HTTP/1.1 200 OK\r\n\r\n');
      secure.emit('connection', near);
    });
    return new Promise((resolve) => server.listen(socket, resolve));
  }
}

// --- internal ---

type VaultRoot = Pick<VaultAccess, 'address' | 'token'>;

interface Issued {
  readonly certificate: string;
  readonly private_key: string;
  readonly issuer_id: string;
}

/** Vault itself has all that authorities need. @see https://developer.hashicorp.com/vault/api-docs/secret/pki */
async function makeAuthorities(vault: VaultRoot): Promise<[Issued, Issued]> {
  await askVault(vault, 'POST', `sys/mounts/${AUTHORITIES}`, { type: 'pki' });
  const known = await issued(vault, 'root/generate/internal', 'known');
  const unknown = await issued(vault, 'root/generate/internal', 'unknown');
  await askVault(vault, 'POST', `${AUTHORITIES}/roles/any`, { allow_any_name: true, key_type: 'ec', ttl: '24h' });
  return [known, unknown];
}

async function issued(vault: VaultRoot, path: string, name: string): Promise<Issued> {
  const request = { common_name: name, key_type: 'ec' };
  return (await askVault<{ data: Issued }>(vault, 'POST', `${AUTHORITIES}/${path}`, request)).data;
}

/** Joins two sockets; when one goes, so does the other. */
function pass(near: Socket, far: Socket): void {
  near.pipe(far).pipe(near);
  near.on('error', () => far.destroy()).on('close', () => far.destroy());
  far.on('error', () => near.destroy()).on('close', () => near.destroy());
}
