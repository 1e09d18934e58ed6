import type { PlannedGitops } from '../model';
import type { PlanCheck } from './check';
import { gitopsPlace } from './support/gitops-place';
import { DNS_LABEL, DNS_SUBDOMAIN, misnamed, type NameRule } from './support/name-rule';

export const gitopsNamesAreDnsLabels: PlanCheck = {
  code: 'gitops-names-are-dns-labels',
  severity: 'error',
  summary: 'What deploys by itself, its namespace, its project and its source have names that Kubernetes takes.',
  *run({ gitops }, at) {
    for (const tree of gitops) {
      for (const [field, name, rule] of namesOf(tree)) {
        const flaw = misnamed(rule, name);
        if (flaw) yield { path: gitopsPlace(tree, at, field), ...flaw };
      }
    }
  },
};

// --- internal ---

function namesOf(tree: PlannedGitops): [field: string, name: string, rule: NameRule][] {
  const { name, namespace } = tree;
  const own: [string, string, NameRule][] = [
    ['name', name, DNS_LABEL],
    ['namespace', namespace, DNS_LABEL],
  ];
  if (tree.kind === 'argocd') return [...own, ['project', tree.project, DNS_SUBDOMAIN]];
  const { sourceRef } = tree;
  return [
    ...own,
    ['sourceRef.name', sourceRef.name, DNS_SUBDOMAIN],
    ['sourceRef.namespace', sourceRef.namespace ?? namespace, DNS_LABEL],
  ];
}
