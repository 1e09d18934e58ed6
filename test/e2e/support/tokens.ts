import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineState } from '../engine/control';
import type { Kubectl } from './kubectl';

/** A new token of a ServiceAccount, as the operator asks for it. */
export async function newToken(
  kubectl: Kubectl,
  { name, namespace }: { readonly name: string; readonly namespace: string },
  audience: string,
): Promise<string> {
  return (await kubectl.run(['create', 'token', name, `--namespace=${namespace}`, `--audience=${audience}`])).trim();
}

/** A token of the cluster with other claims, signed with the cluster's own key. */
export function resigned(token: string, claims: object, { folder }: Pick<EngineState, 'folder'>): string {
  const [header, body] = token.split('.');
  const known = JSON.parse(Buffer.from(body!, 'base64url').toString()) as object;
  const text = `${header}.${Buffer.from(JSON.stringify({ ...known, ...claims })).toString('base64url')}`;
  const key = createPrivateKey(readFileSync(join(folder, 'keys', 'tokens.key')));
  // https://www.rfc-editor.org/rfc/rfc7518#section-3.4: both numbers, one after the other
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** The same claims under a signature of its length. */
export function forged(token: string): string {
  const [header, claims, signature] = token.split('.');
  const length = Buffer.from(signature!, 'base64url').length;
  return `${header}.${claims}.${Buffer.alloc(length, 7).toString('base64url')}`;
}

/** What a token has that was valid until yesterday. */
export const expired = () => ({ exp: Math.floor(Date.now() / 1000) - 86_400 });
