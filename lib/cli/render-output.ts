import { renderAzureAccess } from '../azure/render-azure-access';
import type { Output, OutputFile, Plan } from '../model';
import { renderVaultAccess } from '../vault/render-vault-access';
import { uninterrupted } from './uninterrupted';

/** All sides of a plan without errors. cdk8s and CDK are loaded here and nowhere before. */
export async function renderOutput(plan: Plan): Promise<Output> {
  // Not their index files: cdk8s-plus, which only consumers need, takes longer to load than the rest of cdk8s.
  const { renderManifests } = await import('../kubernetes/render-manifests');
  const { renderTemplates } = await import('../aws/render-templates');
  const manifests = renderManifests(plan);
  // CDK works in a temporary folder, which a signal must not leave behind.
  const templates = await uninterrupted(() => renderTemplates(plan));
  return { manifests, templates, access: [...renderAzureAccess(plan), ...renderVaultAccess(plan)] };
}

export const filesOf = ({ manifests, templates, access }: Output): OutputFile[] => [
  ...manifests,
  ...templates,
  ...access,
];
