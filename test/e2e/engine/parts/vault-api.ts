/** A running Vault, for its administrator. */
export interface VaultAccess {
  readonly address: string;
  /** Its root token: random, and nowhere but in memory. */
  readonly token: string;
  /** Vault's own program, which is its command line too. */
  readonly program: string;
  /** The file where it writes down what it is asked; values are hashed. */
  readonly audit: string;
  /** The certificate of who signs for its private host names. */
  readonly privateAuthority: string;
}

/** What Vault answers to most requests. */
export interface VaultAnswer {
  readonly auth?: { readonly client_token: string } | null;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly warnings?: readonly string[] | null;
}

export type VaultMethod = 'GET' | 'POST' | 'DELETE' | 'LIST';

/** Asks Vault; fails with what it says. @see https://developer.hashicorp.com/vault/api-docs */
export async function askVault<Answer = VaultAnswer>(
  { address, token }: Pick<VaultAccess, 'address' | 'token'>,
  method: VaultMethod,
  path: string,
  body?: object,
): Promise<Answer> {
  const headers: Record<string, string> = token === '' ? {} : { 'x-vault-token': token };
  const response = await fetch(`${address}/v1/${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
  const text = await response.text();
  if (!response.ok) throw new Error(`Vault answered ${response.status} to ${method} ${path}: ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as Answer;
}
