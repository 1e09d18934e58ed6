import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import project from '../../environments';
import { renderManifests } from '../../lib/kubernetes';
import type { KubernetesObject } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { type Files, kustomize } from './kubectl';

/*
 * The overlays of deparrow's document, with our folders in the place of what it has people comment in.
 */

const OVERLAYS = 'deparrow/k8s/overlays';
const SECRET_REF = 'spec.template.spec.containers.0.envFrom.0.secretRef.name';

const plan = buildPlan(project);
const manifests = renderManifests(plan);
const environments = plan.environments.filter(({ system }) => system === 'deparrow');

describe.each([
  ['a resource of an overlay, as the page has it', overlayOf],
  ['a resource of a Component that an overlay takes', componentOf],
])('our folder as %s', (_as, filesOf) => {
  test.each(environments.map(({ name, id }) => [name, id]))('brings what %s has, beside the base', (name, id) => {
    const objects = build(name, filesOf(name));
    const own = manifests.filter(({ path }) => path.startsWith(`kubernetes/${id}/`)).flatMap((file) => file.objects);
    expect(objects.map(named).sort()).toEqual([...own.map(named), 'Deployment deparrow/metaos'].sort());
  });

  test.each(environments.map(({ name, id }) => [name, id]))('gives the Deployment the Secret of %s', (name, id) => {
    const deployment = build(name, filesOf(name)).find(({ kind }) => kind === 'Deployment');
    const bundle = plan.bundles.find((one) => one.home === id && one.bundle === 'deparrow-secrets')!;
    expect(deployment).toHaveProperty(SECRET_REF, bundle.secretName);
  });
});

// --- internal ---

const named = ({ kind, metadata }: KubernetesObject): string => `${kind} ${metadata.namespace}/${metadata.name}`;

/** What kustomize makes of an overlay in a repository that has the base, `dist/` and these files. */
function build(environment: string, files: Files): KubernetesObject[] {
  const dist = Object.fromEntries(manifests.map(({ path, text }) => [`dist/${path}`, text]));
  return kustomize({ ...BASE, ...dist, ...files }, `${OVERLAYS}/${environment}`).map(
    (text) => parse(text) as KubernetesObject,
  );
}

/** What the page says of production. */
function overlayOf(environment: string): Files {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'systems', 'deparrow.md'), 'utf8');
  const block = /^# deparrow\/k8s\/overlays\/production\/kustomization\.yaml.*\n([\s\S]*?)^```/m.exec(page);
  return { [`${OVERLAYS}/${environment}/kustomization.yaml`]: block![1]!.replaceAll('production', environment) };
}

function componentOf(environment: string): Files {
  const component = { apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component' };
  const resources = [`../../../../dist/kubernetes/deparrow/${environment}`];
  const overlay = { namespace: 'deparrow', resources: ['../../base'], components: ['../../components/secrets'] };
  return {
    'deparrow/k8s/components/secrets/kustomization.yaml': JSON.stringify({ ...component, resources }),
    [`${OVERLAYS}/${environment}/kustomization.yaml`]: JSON.stringify(overlay),
  };
}

const BASE: Files = {
  'deparrow/k8s/base/kustomization.yaml': 'resources: [metaos.yaml]\n',
  'deparrow/k8s/base/metaos.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: metaos }
spec:
  template:
    spec:
      containers:
      - name: metaos
        envFrom: [{ secretRef: { name: deparrow-secrets } }]
`,
};
