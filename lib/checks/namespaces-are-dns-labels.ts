import type { PlanCheck } from './check';
import { DNS_LABEL, misnamed } from './support/name-rule';

export const namespacesAreDnsLabels: PlanCheck = {
  code: 'namespaces-are-dns-labels',
  severity: 'error',
  summary: 'Namespaces are DNS labels.',
  *run(plan, at) {
    const seen = new Set<string>();
    for (const bundle of plan.bundles) {
      for (const { name, namespace } of bundle.consumers) {
        const flaw = namespace === bundle.namespace ? undefined : misnamed(DNS_LABEL, namespace);
        if (flaw) yield { path: at.bundle(bundle, 'consumers'), ...flaw, message: `${name}: ${flaw.message}` };
      }
      if (bundle.namespace === undefined) continue;
      const once = `${bundle.home}/${bundle.namespace}`;
      if (seen.has(once)) continue;
      seen.add(once);
      const flaw = misnamed(DNS_LABEL, bundle.namespace);
      if (flaw && !at.isFollowing(bundle.home, bundle.namespace)) {
        yield {
          path: at.namespace(bundle, ({ namespace = '' }) => misnamed(DNS_LABEL, namespace) !== undefined),
          ...flaw,
        };
      }
    }
    for (const { home, namespace, push } of plan.pushes) {
      if (seen.has(`${home}/${namespace}`)) continue;
      const flaw = misnamed(DNS_LABEL, namespace);
      if (flaw && !at.isFollowing(home, namespace))
        yield { path: at.catalogue(home, `pushes.${push}.namespace`), ...flaw };
    }
    for (const store of plan.stores) {
      if (store.identity.kind === 'none') continue;
      const { namespace } = store.identity;
      const flaw = namespace === store.namespace ? undefined : misnamed(DNS_LABEL, namespace);
      if (flaw && store.identity.kind !== 'podIdentity') yield { path: at.store(store, 'identity.namespace'), ...flaw };
    }
    for (const { id, operator, monitoring } of plan.clusters) {
      const flaw = misnamed(DNS_LABEL, operator.namespace);
      if (flaw) yield { path: at.cluster(id, 'operator.namespace'), ...flaw };
      if (!monitoring || monitoring.namespace === operator.namespace) continue;
      const other = misnamed(DNS_LABEL, monitoring.namespace);
      if (other) yield { path: at.cluster(id, 'monitoring.namespace'), ...other };
    }
  },
};
