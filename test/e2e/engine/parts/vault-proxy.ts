import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, createServer as createSecureServer, type SecureContext } from 'node:tls';
import type { Site } from './site';
import { askVault, type VaultAccess } from './vault-api';

/** Who signs for Vault's host names; the operator trusts it. The file is there once Vault runs. */
export const vaultAuthority = ({ folder }: Site): string => join(folder, 'keys', 'vault-authority.crt');

/** Where the proxy listens. */
export const vaultSocket = ({ folder }: Site): string => join(folder, 'vault.sock');

/** Where that authority is in Vault: tests leave it alone. */
export const AUTHORITY = 'engine-authority';

/** Takes whoever asks it for one of its hosts by HTTPS to Vault, so that stores keep the address they have. */
export class VaultProxy {
  private readonly hosts = new Map<string, SecureContext>();

  private constructor(private readonly vault: VaultAccess) {}

  static async start(vault: VaultAccess, site: Site): Promise<VaultProxy> {
    const proxy = new VaultProxy(vault);
    writeFileSync(vaultAuthority(site), await proxy.makeAuthority());
    await proxy.listen(vaultSocket(site));
    return proxy;
  }

  /** Answers for this host from now on. */
  async answerFor(host: string): Promise<void> {
    if (this.hosts.has(host)) return;
    const { certificate, private_key } = await this.issued('issue/any', host);
    this.hosts.set(host, createSecureContext({ cert: certificate, key: private_key }));
  }

  // --- internal ---

  /** Vault itself has all that an authority needs. @see https://developer.hashicorp.com/vault/api-docs/secret/pki */
  private async makeAuthority(): Promise<string> {
    await askVault(this.vault, 'POST', `sys/mounts/${AUTHORITY}`, { type: 'pki' });
    const { certificate } = await this.issued('root/generate/internal', 'engine');
    const role = { allow_any_name: true, key_type: 'ec', ttl: '24h' };
    await askVault(this.vault, 'POST', `${AUTHORITY}/roles/any`, role);
    return certificate;
  }

  private async issued(path: string, name: string): Promise<Issued> {
    const request = { common_name: name };
    return (await askVault<{ data: Issued }>(this.vault, 'POST', `${AUTHORITY}/${path}`, request)).data;
  }

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

interface Issued {
  readonly certificate: string;
  readonly private_key: string;
}

/** Joins two sockets; when one goes, so does the other. */
function pass(near: Socket, far: Socket): void {
  near.pipe(far).pipe(near);
  near.on('error', () => far.destroy()).on('close', () => far.destroy());
  far.on('error', () => near.destroy()).on('close', () => near.destroy());
}
