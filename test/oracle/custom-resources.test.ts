import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { parseAllDocuments } from 'yaml';
import { renderManifests } from '../../lib/kubernetes';
import { buildPlan } from '../../lib/plan';
import { everythingSet } from '../everything';
import { customResourceValidators } from './crds';
import type { NewerField } from './strict-schema';

const ROOT = join(__dirname, '..', '..');

/** The kinds that are not ESO's; an API server judges those of Prometheus. */
const NOT_ESO = [
  ...['v1 ConfigMap', 'v1 Namespace', 'v1 Secret', 'v1 ServiceAccount'],
  'kustomize.config.k8s.io/v1beta1 Kustomization',
  'monitoring.coreos.com/v1 PrometheusRule',
];

/** Golden files are also for operators whose definitions cannot be had. What is shipped is for one whose can. */
const NEWER: NewerField[] = [
  { field: 'nullBytePolicy', beside: 'decodingStrategy' },
  { field: 'sessionTagsPolicy', beside: 'sessionTags' },
];

test.each([
  ['dist/kubernetes', []],
  ['test/expected/kubernetes', NEWER],
])('%s has custom resources, and ESO knows every field of each', (folder, newer) => {
  const validators = customResourceValidators(newer);
  const resources = readObjects(folder).filter(({ type }) => !NOT_ESO.includes(type));
  expect(resources.length).toBeGreaterThan(0);
  expect(resources.flatMap((resource) => problems(resource, validators.get(resource.type)))).toEqual([]);
});

test('of everything that can be written ESO knows every field', () => {
  const validators = customResourceValidators();
  const written = renderManifests(buildPlan(everythingSet)).flatMap(({ path, objects }) =>
    objects.map((object) => ({ file: path, type: `${object.apiVersion} ${object.kind}`, object })),
  );
  const resources = written.filter(({ type }) => !NOT_ESO.includes(type));
  expect(resources.flatMap((resource) => problems(resource, validators.get(resource.type)))).toEqual([]);
});

describe('the schemas', () => {
  const validate = customResourceValidators().get('external-secrets.io/v1 SecretStore')!;
  const store = (aws: object) => ({
    ...{ apiVersion: 'external-secrets.io/v1', kind: 'SecretStore', metadata: { name: 'a' } },
    spec: { provider: { aws: { service: 'SecretsManager', region: 'us-east-1', ...aws } } },
  });

  test.each([
    ['accept a store', {}, true],
    ['refuse a field that nobody knows', { endpoint: 'http://localhost:4566' }, false],
    ['refuse one deep inside', { auth: { secretRef: { accessKeyID: { name: 'a' } } } }, false],
    ['refuse a value that is not of its kind', { service: 'SecretManager' }, false],
  ])('%s', (_behaviour, aws, accepted) => {
    expect(validate(store(aws))).toBe(accepted);
  });
});

// --- internal ---

interface ReadObject {
  readonly file: string;
  readonly type: string;
  readonly object: unknown;
}

/**
 * Every object in the folder; kustomize's own configuration and Helm values have no kind and are left out, and patches of
 * workloads are no objects.
 */
function readObjects(folder: string): ReadObject[] {
  return yamlFiles(join(ROOT, folder)).flatMap((file) =>
    parseAllDocuments(readFileSync(file, 'utf8')).flatMap((document) => {
      if (document.errors[0]) throw new Error(`${file} is not YAML`, { cause: document.errors[0] });
      const object = document.toJS() as { apiVersion?: string; kind?: string };
      if (object.kind === undefined && ('nameReference' in object || file.endsWith('/helm-values.yaml'))) return [];
      return [{ file: file.slice(ROOT.length + 1), type: `${object.apiVersion} ${object.kind}`, object }];
    }),
  );
}

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const isObject = (name: string): boolean => /\.ya?ml$/.test(name) && !name.includes('_consumers/');
  return names.filter(isObject).map((name) => join(folder, name));
}

function problems({ file, type, object }: ReadObject, validate: ValidateFunction | undefined): string[] {
  if (!validate) return [`${file}: nobody serves "${type}"`];
  validate(object);
  const errors = validate.errors ?? [];
  return errors.map(
    ({ instancePath, message, params }) => `${file} ${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
