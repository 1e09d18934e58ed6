import { join } from 'node:path';
import { buildPlan } from 'keywright';
import project from '../../environments';
import { type BareCluster, startBareCluster } from './engine/bare-cluster';
import { gitopsParts } from './engine/build/gitops';
import { installDefinitions } from './support/definitions';
import { BUILDING } from './support/engine';
import { type EnvironmentPlan, environmentPlan, prepareCluster } from './support/environment';
import { chartObjects, valuesText } from './support/helm';
import { Kubectl, type KubernetesObject } from './support/kubectl';

const DIST = join(__dirname, '..', '..', 'dist');
const plan = buildPlan(project);

let cluster: BareCluster;
let kubectl: Kubectl;

beforeAll(async () => {
  cluster = await startBareCluster();
  kubectl = new Kubectl(cluster);
  await installDefinitions(kubectl, cluster.crds);
  // Whoever installs the operators makes their namespaces.
  for (const name of new Set(plan.operators.map(({ namespace }) => namespace))) {
    await kubectl.run(['create', 'namespace', name]);
  }
}, BUILDING);

afterAll(() => cluster?.stop());

// A system that is added to environments/index.ts is here at once.
describe.each(plan.environments)('$id', (environment) => {
  test('is applied in one go to a fresh API server that has only the definitions, with the folder of its cluster first', async () => {
    const its = environmentPlan(plan, environment);
    expect(its.folders).toContain(join(DIST, 'kubernetes', environment.id));
    await prepareCluster(kubectl, its);
    for (const folder of its.folders) {
      const { status, errors } = await kubectl.try([...STRICTLY, '-k', folder]);
      expect({ status, errors }).toEqual({ status: 0, errors: '' });
    }
    await remove(its);
  });
});

// One with several replicas, one that a Prometheus scrapes, and one with variables.
describe.each(['deparrow-production', 'myhome', 'zio-lucene-local'])("the operator's chart for %s", (id) => {
  test('is installed in its own namespace, strictly and without a warning, and each object is as it was made', async () => {
    const operator = plan.operators.find((one) => one.id === id)!;
    const objects = await chartObjects(operator.version, operator.namespace, valuesText(DIST, operator));
    await installDefinitions(kubectl, (await gitopsParts(() => undefined)).monitoring);
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
    const { status, errors } = await kubectl.try([...STRICTLY, '--filename=-'], list);
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    const live = JSON.parse(await kubectl.run(['get', '--output=json', '--filename=-'], list)) as Listed;
    expect(live.items).toMatchObject(asKept(objects));
    const kinds = objects.map(({ kind }) => kind);
    expect(kinds.includes('ServiceMonitor')).toBe(id === 'myhome');
    expect(kinds.includes('PodDisruptionBudget')).toBe(id === 'deparrow-production');
  });
});

// --- internal ---

const STRICTLY = ['apply', '--server-side', '--validate=strict'];

interface Listed {
  readonly items: readonly KubernetesObject[];
}

/** The API server keeps no `hostNetwork: false`. */
const asKept = (objects: readonly KubernetesObject[]): KubernetesObject[] =>
  JSON.parse(JSON.stringify(objects), (name, value) => (name === 'hostNetwork' && !value ? undefined : value));

/** Takes an environment away, that the next one in the same namespace finds nothing. No controller ends one here. */
async function remove({ folders, namespaces, operators }: EnvironmentPlan): Promise<void> {
  for (const folder of folders) await kubectl.run(['delete', '--wait=false', '-k', folder]);
  const own = namespaces.filter((name) => operators.every(({ namespace }) => namespace !== name));
  if (own.length > 0) await kubectl.run(['delete', 'namespace', '--ignore-not-found', '--wait=false', ...own]);
  for (const name of own) {
    const ended = JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name }, spec: {} });
    await kubectl.run(['replace', `--raw=/api/v1/namespaces/${name}/finalize`, '--filename=-'], ended);
  }
}
