import type { Output } from '../../model';
import { readBicep, type WrittenAzureIdentity } from './read-bicep';
import { type Manifests, readManifests } from './read-manifests';
import { readTemplates, type Templates } from './read-templates';
import { readVault, type VaultFiles } from './read-vault';

/** What is written, read back from the objects, templates and policies alone. */
export interface Written extends Output, Manifests, Templates, VaultFiles {
  readonly azureIdentities: readonly WrittenAzureIdentity[];
}

export const readOutput = (output: Output): Written => ({
  ...output,
  ...readManifests(output.manifests),
  ...readTemplates(output.templates),
  ...readVault(output.access),
  azureIdentities: readBicep(output.access),
});
