import {
  argocd,
  buildPlan,
  type Catalogue,
  type Cluster,
  eksCluster,
  irsa,
  type Project,
  secretsManager,
} from 'keywright';
import { renderManifests } from 'keywright/kubernetes';
import project from '../../environments';
import { fleetProject } from '../fleet';
import { gitopsParts } from './engine/build/gitops';
import { tryBackendOf } from './support/backends';
import { findWorld } from './support/deployment';
import { type EnvironmentPlan, environmentPlan } from './support/environment';
import type { KubernetesObject } from './support/kubectl';
import { remoteEnvironments } from './support/proves-environments';
import { provesWaves } from './support/proves-waves';
import { renderProject, renderSample, SAMPLE_CLUSTER } from './support/sample';

const gitops = argocd({ name: 'fleet', repoURL: 'https://git.example.com/secrets.git' });
const deployed = deployedByArgoCd(project);

/** One that Flux is given. */
const kustomization = renderManifests(buildPlan(fleetProject))
  .flatMap((file) => file.objects as readonly KubernetesObject[])
  .find(({ kind, metadata }) => kind === 'Kustomization' && metadata.name === 'shop-edge')!;

// A system that is added to environments/index.ts is here at once. Of what keeps some of them the engine has nothing.
const environments = remoteEnvironments(buildPlan(deployed)).filter((environment) => tryBackendOf(environment));

describe.each(environments.map(({ id }) => id))('%s, deployed wave after wave', (id) => {
  provesWaves(
    () =>
      findDeployed(async () => {
        const { plan, dist } = await renderProject(deployed);
        return environmentPlan(plan, plan.environments.find((it) => it.id === id)!, dist);
      }),
    kustomization,
  );
});

describe('a sync to the namespaces of a selector, deployed wave after wave', () => {
  const catalogue: Catalogue = {
    system: 'wide',
    environments: ['production'],
    namespace: 'wide',
    entries: { app: { fields: { TOKEN: {} } } },
    bundles: {
      'a-sync': { all: ['app'], namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'wide' } } },
      own: { all: ['app'] },
    },
  };
  const cluster = byArgoCd(
    eksCluster({ ...SAMPLE_CLUSTER, stores: { shared: { identity: irsa({ serviceAccount: 'reader' }) } } }),
  );
  const store = { kind: 'ClusterSecretStore', name: 'shared' } as const;
  provesWaves(
    () =>
      findDeployed(() => renderSample(catalogue, { name: 'production', cluster, backend: secretsManager(), store })),
    kustomization,
  );
});

// --- internal ---

async function findDeployed(render: () => Promise<EnvironmentPlan>) {
  const its = await render();
  return { its, world: await findWorld(its), parts: await gitopsParts(() => undefined) };
}

/** The project with an Argo CD that deploys to all of its clusters, and not their operators: here one runs already. */
function deployedByArgoCd({ systems }: Project): Project {
  const changed = systems.map((system) => ({
    ...system,
    environments: system.environments.map((environment) => {
      const { cluster, clusters } = environment;
      return {
        ...environment,
        ...(cluster && { cluster: byArgoCd(cluster) }),
        ...(clusters && { clusters: clusters.map(byArgoCd) }),
      };
    }),
  }));
  return { systems: changed } as Project;
}

function byArgoCd(cluster: Cluster): Cluster {
  const { name, operator } = cluster;
  return { ...cluster, gitops, destination: { name }, operator: { ...operator, install: 'helmValues' } };
}
