import { lte, valid } from 'semver';
import type { Plan } from '../model';
import type { PlanCheck } from './check';
import type { Places } from './place';
import { quoted } from './support/words';

/** An operator that does not have it yet, and one that does. What is between them is not said. */
interface Arrival {
  readonly lacking: string;
  readonly having: string;
}

/**
 * By what the definitions have: their kinds, and the providers of a store.
 * @see https://github.com/external-secrets/external-secrets/tree/v0.20.4/config/crds/bases
 */
const ARRIVALS: Readonly<Record<string, Arrival>> = {
  'generator MFA': { lacking: '0.17.0', having: '0.18.1' },
  'generator SSHKey': { lacking: '0.18.2', having: '0.19.2' },
  'generator CloudsmithAccessToken': { lacking: '0.19.2', having: '0.20.1' },
  'provider volcengine': { lacking: '0.19.2', having: '0.20.1' },
  'provider ngrok': { lacking: '0.20.1', having: '0.20.4' },
};

export const generatorsAndProvidersFitTheOperator: PlanCheck = {
  code: 'generators-and-providers-fit-the-operator',
  severity: 'error',
  summary: 'A generator and the provider of a store exist in the operator of every cluster that they are on.',
  *run(plan, at) {
    const versions = new Map(plan.clusters.map(({ id, operator }) => [id, operator.version]));
    for (const { what, home, path } of used(plan, at)) {
      const arrival = ARRIVALS[what];
      for (const cluster of arrival ? at.clustersOf(home) : []) {
        const version = versions.get(cluster) ?? '';
        if (!arrival || valid(version) === null || !lte(version, arrival.lacking)) continue;
        yield {
          path: path(),
          message: `the operator has no ${what} before ${arrival.having}, and ${quoted(cluster)} has ${version}`,
          mend: `upgrade the operator to ${arrival.having} or newer`,
        };
      }
    }
  },
};

// --- internal ---

function* used(plan: Plan, at: Places): Iterable<{ what: string; home: string; path(): string }> {
  for (const { kind, name, home } of plan.generators) {
    yield { what: `generator ${kind}`, home, path: () => at.catalogue(home, `generators.${name}.kind`) };
  }
  for (const store of plan.stores) {
    const { provider, home } = store;
    if (provider.kind === 'provider') {
      yield { what: `provider ${provider.name}`, home, path: () => at.backendOf(store, 'name') };
    }
  }
}
