import type { PlannedBackend } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

export const urlsOfBackendsAreUrls: PlanCheck = {
  code: 'urls-of-backends-are-urls',
  severity: 'error',
  summary: 'The server of a backend is a URL: `https://`, but for an emulator.',
  *run(plan, at) {
    const tiers = new Map(plan.environments.map(({ id, tier }) => [id, tier]));
    for (const backend of plan.backends) {
      const { field, url } = urlOf(backend);
      if (url === undefined) continue;
      const [protocol, host] = partsOf(url);
      const isPlain = protocol === 'http:';
      if (
        host !== '' &&
        (protocol === 'https:' || (isPlain && (field === 'endpoint' || tiers.get(backend.home) === 'dev')))
      )
        continue;
      yield {
        path: at.backend(backend.id, field),
        message: isPlain ? `${quoted(url)} would send values in the clear` : `${quoted(url)} is not a URL of a server`,
        mend: 'write it with its protocol, such as `https://vault.example.com:8200`',
      };
    }
  },
};

// --- internal ---

function urlOf({ provider }: PlannedBackend): { readonly field: string; readonly url?: string } {
  if (provider?.kind === 'vault') return { field: 'server', url: provider.server };
  if (provider?.kind === 'azureKeyVault') return { field: 'vaultUrl', url: provider.vaultUrl };
  const url = provider && 'endpoint' in provider ? provider.endpoint : undefined;
  return { field: 'endpoint', ...(url !== undefined && { url }) };
}

function partsOf(url: string): [protocol: string, host: string] {
  if (!URL.canParse(url)) return ['', ''];
  const { protocol, host } = new URL(url);
  return [protocol, host];
}
