import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineState } from '../engine/control';

/** A token of the cluster with other claims, signed with the cluster's own key. */
export function resigned(token: string, claims: object, { folder }: Pick<EngineState, 'folder'>): string {
  const [header, body] = token.split('.');
  const known = JSON.parse(Buffer.from(body!, 'base64url').toString()) as object;
  const text = `${header}.${Buffer.from(JSON.stringify({ ...known, ...claims })).toString('base64url')}`;
  const key = createPrivateKey(readFileSync(join(folder, 'keys', 'tokens.key')));
  // https://www.rfc-editor.org/rfc/rfc7518#section-3.4: both numbers, one after the other
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}
