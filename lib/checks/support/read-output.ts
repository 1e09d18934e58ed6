import type { Output, Plan } from '../../model';
import { readBicep, type WrittenAzureIdentity } from './read-bicep';
import { type Manifests, readManifests, type WrittenStore } from './read-manifests';
import { readTemplates, type Templates } from './read-templates';
import { readVault, type VaultFiles } from './read-vault';

/** What is written, read back from the objects, templates and policies alone. */
export interface Written extends Output, Manifests, Templates, VaultFiles {
  readonly azureIdentities: readonly WrittenAzureIdentity[];
}

export function readOutput(output: Output, plan: Plan): Written {
  const manifests = readManifests(output.manifests);
  return {
    ...output,
    ...manifests,
    stores: withoutGiven(manifests.stores, plan),
    ...readTemplates(output.templates),
    ...readVault(output.access),
    azureIdentities: readBicep(output.access),
  };
}

// --- internal ---

/** Nothing is granted for the stores of `provider()`: who reads through them, and as whom, is not ours to say. */
function withoutGiven(stores: readonly WrittenStore[], plan: Plan): WrittenStore[] {
  const given = new Set(plan.stores.filter(({ provider }) => provider.kind === 'provider').map(keyOf));
  return stores.map(({ vault, ...store }) =>
    given.has(keyOf(store))
      ? { ...store, provider: '', auth: { kind: 'none' } }
      : { ...store, ...(vault && { vault }) },
  );
}

const keyOf = ({ home, namespace = '', name }: { home: string; namespace?: string; name: string }): string =>
  `${home}/${namespace}/${name}`;
