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
    for (const entry of plan.entries) {
      if (!isFlawed(entry) || at.isFollowing(entry.home, entry.remoteKey)) continue;
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

const isFlawed = ({ backend, remoteKey }: PlannedEntry): boolean =>
  backend === 'vault' &&
  !hasPlaceholder(remoteKey) &&
  (!/^[\w.=@-]+(\/[\w.=@-]+)*$/.test(remoteKey) || /^(data|metadata)\//.test(remoteKey));

const mendOf = (name: string): string =>
  /^(data|metadata)\//.test(name)
    ? 'leave `data/` out: it is part of the API and not of the name'
    : `write ${quoted(
        name
          .replace(/[^\w./=@-]+/g, '-')
          .replace(/\/+/g, '/')
          .replace(/^\/|\/$/g, ''),
      )} as the entry's \`name\``;
