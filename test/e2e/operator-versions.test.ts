import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildPlan, type Cluster, type KubernetesObject, type Plan } from 'keywright';
import { renderManifests } from 'keywright/kubernetes';
import project from '../../environments';
import { findWorld } from './support/deployment';
import { BUILDING, engine } from './support/engine';
import type { Answer } from './support/kubectl';
import { provesEnvironments, remoteEnvironments } from './support/proves-environments';
import { temporaryDist } from './support/temporary-dist';

const OLDEST = '0.17.0';

describe(`with operator ${OLDEST}`, () => {
  const plan = planFor(OLDEST);
  const dist = temporaryDist(renderManifests(plan));
  for (const name of ['aws', 'vault']) symlinkSync(join(__dirname, '..', '..', 'dist', name), join(dist, name));
  let usual: string;

  beforeAll(async () => {
    usual = (await engine.state()).operator;
    await engine.useOperator(OLDEST);
  }, BUILDING);

  afterAll(() => engine.useOperator(usual), 2 * 60_000);

  provesEnvironments(plan, remoteEnvironments(plan), dist);

  test('what is written for it is what is written for 0.20.4, but for a default of Key Vault and what Helm is told', () => {
    const written = renderManifests(planFor('0.20.4')).map(({ path, text }) => ({
      path,
      text: text
        .replace('--version 0.20.4', `--version ${OLDEST}`)
        .replace(/^ *(useAzureSDK: false|renderMode: alwaysRender)\n/m, ''),
    }));
    expect(renderManifests(plan).map(({ path, text }) => ({ path, text }))).toEqual(written);
  });

  test('a SecretStore that is written for 2.9.0 is refused: a default in it is newer than the definitions', async () => {
    const { status, errors } = await dryRun(objectFor('2.9.0', 'SecretStore'));
    expect({ status, errors }).toEqual({ status: 1, errors: expect.stringContaining('.sessionTagsPolicy: field not') });
  });

  test('an ExternalSecret that is written for 2.9.0 is kept with defaults that its file leaves out', async () => {
    const { output } = await dryRun(objectFor('2.9.0', 'ExternalSecret'));
    const { spec } = JSON.parse(output) as KubernetesObject;
    expect(spec).not.toEqual(objectFor('2.9.0', 'ExternalSecret').spec);
    expect(spec).toEqual(objectFor(OLDEST, 'ExternalSecret').spec);
  });
});

// --- internal ---

/** The plan of the shipped systems, were this the operator of their clusters. */
function planFor(version: string): Plan {
  const upgraded = (cluster: Cluster): Cluster => ({ ...cluster, operator: { ...cluster.operator, version } });
  const systems = project.systems.map((system) => ({
    ...system,
    environments: system.environments.map(({ cluster, clusters, ...environment }) => ({
      ...environment,
      ...(cluster && { cluster: upgraded(cluster) }),
      ...(clusters && { clusters: clusters.map(upgraded) }),
    })),
  }));
  return buildPlan({ systems });
}

function objectFor(version: string, kind: string): KubernetesObject {
  const objects = renderManifests(planFor(version)).flatMap((file) => file.objects);
  return objects.find((object) => object.kind === kind)!;
}

/** Asks the API server what it would keep of an object, in a namespace that is always there. */
async function dryRun({ metadata, ...object }: KubernetesObject): Promise<Answer> {
  const { kubectl } = await findWorld();
  const args = ['apply', '--server-side', '--validate=strict', '--dry-run=server', '--output=json', '--filename=-'];
  return kubectl.try(args, JSON.stringify({ ...object, metadata: { ...metadata, namespace: 'default' } }));
}
