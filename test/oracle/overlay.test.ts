import { parse } from 'yaml';
import project from '../../environments';
import { renderManifests } from '../../lib/kubernetes';
import { embedded, type KubernetesObject } from '../../lib/model';
import { buildPlan } from '../../lib/plan';
import { samplePlan } from '../sample';
import { type Files, kustomize } from './kubectl';

const plan = buildPlan(project);

/** The folder of an environment as it stands in `dist/kubernetes`, below `base/`. */
function baseOf(home: string, of = plan): Files {
  const prefix = `kubernetes/${home}/`;
  const files = renderManifests(of).filter(({ path }) => path.startsWith(prefix));
  return Object.fromEntries(files.map(({ path, text }) => [`base/${path.slice(prefix.length)}`, text]));
}

const objectsIn = (files: Files): KubernetesObject[] => kustomize(files).map((text) => parse(text));

const find = (objects: readonly KubernetesObject[], kind: string): KubernetesObject =>
  objects.find((object) => object.kind === kind)!;

const deployment = (secret: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: metaos, namespace: deparrow }
spec:
  template:
    spec:
      containers:
      - name: metaos
        envFrom: [{ secretRef: { name: ${secret} } }]
`;

const withDeployment = (home: string, secret: string, more = ''): Files => ({
  ...baseOf(home),
  'deployment.yaml': deployment(secret),
  'kustomization.yaml': `resources: [base, deployment.yaml]\n${more}`,
});

const SECRET_REF = 'spec.template.spec.containers.0.envFrom.0.secretRef.name';

test.each(plan.environments.map(({ id }) => id))('kustomize reads the folder of %s by itself', (home) => {
  const rendered = renderManifests(plan).filter(({ path }) => path.startsWith(`kubernetes/${home}/`));
  const names = (objects: readonly KubernetesObject[]) =>
    objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort();
  const objects = objectsIn({ ...baseOf(home), 'kustomization.yaml': 'resources: [base]\n' });
  expect(names(objects)).toEqual(names(rendered.flatMap((file) => file.objects)));
});

const hashed = plan.bundles.find(({ id }) => id === 'deparrow/dev/deparrow/deparrow-secrets')!.secretName;

test.each([
  ['by its plain name', 'deparrow-secrets'],
  ['by its final name', hashed],
])("an overlay's Deployment that refers to a dev Secret %s gets the hash", (_, name) => {
  const objects = objectsIn(withDeployment('deparrow/dev', name));
  expect(find(objects, 'Deployment')).toHaveProperty(SECRET_REF, hashed);
});

test('a namePrefix is followed by the Secret and by what refers to it', () => {
  const objects = objectsIn(withDeployment('deparrow/dev', 'deparrow-secrets', 'namePrefix: x-\n'));
  expect(find(objects, 'Deployment')).toHaveProperty(SECRET_REF, `x-${hashed}`);
});

test('a namePrefix is followed by the store and the ServiceAccount, and by what refers to them', () => {
  const objects = objectsIn({
    ...baseOf('deparrow/staging'),
    'kustomization.yaml': 'namePrefix: x-\nresources: [base]\n',
  });
  const store = find(objects, 'SecretStore');
  expect(store.metadata.name).toBe('x-deparrow-secretstore');
  expect(store).toHaveProperty('spec.provider.aws.auth.jwt.serviceAccountRef.name', 'x-deparrow-external-secrets-sa');
  expect(find(objects, 'ExternalSecret')).toHaveProperty('spec.secretStoreRef.name', 'x-deparrow-secretstore');
});

test('a namePrefix is followed by what pushes', () => {
  const pushing = samplePlan({
    entries: { app: { fields: { TOKEN: {} } }, kept: { fields: { password: {} } } },
    generators: { password: { kind: 'Password', spec: { length: 32, noUpper: false, allowRepeat: true } } },
    bundles: { 'shop-secrets': { all: ['app'] }, made: { generator: 'password', refreshPolicy: 'CreatedOnce' } },
    pushes: { made: { entry: 'kept' } },
  });
  const files = { ...baseOf('shop/production', pushing), 'kustomization.yaml': 'namePrefix: x-\nresources: [base]\n' };
  const push = find(objectsIn(files), 'PushSecret');
  expect(push).toHaveProperty('spec.secretStoreRefs.0.name', 'x-aws-secrets-manager-push');
});

test('a secretGenerator makes the Secrets that stand in files otherwise', () => {
  const values = { plain: 'a', quoted: '"a"', lines: 'a\nb\n', empty: '', equals: 'a=b', unicode: 'é→' };
  const secretsOf = (as: 'secret' | 'secretGenerator') => {
    const sample = samplePlan({
      entries: { app: { fields: { plain: {}, quoted: {}, lines: {}, empty: {}, equals: {}, unicode: {} } } },
      environment: { tier: 'dev', backend: embedded({ values: { app: values }, as }) },
    });
    const files = renderManifests(sample).map(({ path, text }) => [
      path.replace('kubernetes/shop/production/', ''),
      text,
    ]);
    return objectsIn(Object.fromEntries(files));
  };
  expect(secretsOf('secretGenerator')).toEqual(secretsOf('secret'));
  expect(secretsOf('secret')).toHaveLength(1);
});
