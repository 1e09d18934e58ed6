import { renderAzureAccess } from '../../lib/azure';
import { renderManifests } from '../../lib/kubernetes';
import { samplePlan } from '../sample';
import type { Case, Input } from './cases';
import { onKeyVault } from './key-vault';

const PLACE = 'environments/shop/production.ts store.identity';

/** What is written, with something else in the Bicep file. */
function written(from = '', to = ''): Input {
  const plan = samplePlan(onKeyVault({}));
  const access = renderAzureAccess(plan).map((file) => ({ ...file, text: file.text.replace(from, to) }));
  return { plan, output: { manifests: renderManifests(plan), templates: [], access } };
}

export const cases: Case[] = [
  ['what is read', written()],
  ['one secret more', written("  'app-TOKEN'\n", "  'app-TOKEN'\n  'app-OTHER'\n"), PLACE],
  ['another secret', written("  'app-TOKEN'\n", "  'app-OTHER'\n"), PLACE, PLACE],
  ['another role', written('4633458b-17de-408a-b874-0445c86b69e6', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'), PLACE],
  ['another ServiceAccount', written('system:serviceaccount:shop:', 'system:serviceaccount:ops:'), PLACE],
];
