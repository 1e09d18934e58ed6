import type { PlannedBundle } from '../../../lib/model';
import type { Kubectl } from './kubectl';

/** Whether a bundle is only added to a Secret that somebody else makes. */
export const isMerged = ({ source }: PlannedBundle): boolean =>
  source.kind === 'sync' && source.creationPolicy === 'Merge';

/** What somebody else keeps in the Secrets that bundles are merged into. */
export const FOREIGN = {
  data: { FOREIGN_KEY: 'of somebody else', 'foreign.json': '{"a": "ü"}\n' },
  labels: { 'example.com/owner': 'somebody-else' },
  annotations: { 'example.com/note': 'not ours' },
} as const;

/** Makes those Secrets, as the one does whose they are. */
export async function keepForeign(kubectl: Kubectl, { bundles }: { bundles: readonly PlannedBundle[] }): Promise<void> {
  const { data: stringData, labels, annotations } = FOREIGN;
  for (const { secretName: name, namespace } of bundles.filter(isMerged)) {
    const metadata = { name, namespace, labels, annotations };
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata, stringData };
    const apply = ['apply', '--server-side', '--field-manager=somebody-else', '--filename=-'];
    await kubectl.run(apply, JSON.stringify(secret));
  }
}
