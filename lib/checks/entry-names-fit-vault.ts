import type { PlannedEntry } from '../model';
import type { PlanCheck } from './check';
import { hasPlaceholder, quoted } from './support/words';

/** @see https://developer.hashicorp.com/vault/docs/concepts/policies#policy-syntax */
export const entryNamesFitVault: PlanCheck = {
  code: 'entry-names-fit-vault',
  severity: 'error',
  summary: 'The names of entries are paths of Vault, below the mount; `+` and `*` would be wildcards in its policies.',
  *run(plan, at) {
    const places = new Set<string>();
    const mounts = new Map(
      plan.backends.map(({ id, provider }) => [id, provider?.kind === 'vault' ? provider.mount : '']),
    );
    for (const entry of plan.entries) {
      if (!isFlawed(entry, mounts.get(entry.keeper) ?? '') || at.isFollowing(entry.home, entry.remoteKey)) continue;
      const path = at.entryName(entry);
      if (places.has(path)) continue;
      places.add(path);
      yield {
        path,
        message: `${quoted(entry.remoteKey)} is not a path for Vault: letters, digits and /_.=@- between slashes`,
        mend: mendOf(entry.remoteKey),
      };
    }
  },
};

// --- internal ---

/** The operator takes the mount's name off a path that begins with it, and then reads another path. */
const isFlawed = ({ backend, remoteKey }: PlannedEntry, mount: string): boolean =>
  backend === 'vault' &&
  !hasPlaceholder(remoteKey) &&
  (!/^[\w.=@-]+(\/[\w.=@-]+)*$/.test(remoteKey) ||
    remoteKey.startsWith(`${mount}/`) ||
    /^(data|metadata)\//.test(remoteKey));

function mendOf(name: string): string {
  const [first = '', ...rest] = name.split('/');
  const isPath = /^[\w.=@/-]+$/.test(name) && !name.startsWith('/');
  if (isPath) return `leave ${quoted(`${first}/`)} out: write ${quoted(rest.join('/'))}`;
  return `write ${quoted(
    name
      .replace(/[^\w./=@-]+/g, '-')
      .replace(/\/+/g, '/')
      .replace(/^\/|\/$/g, ''),
  )} as the entry's \`name\``;
}
