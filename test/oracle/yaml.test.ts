import fc from 'fast-check';
import { formatYaml } from '../../lib/kubernetes/yaml';
import { hostileText, hostileValue } from '../kubernetes/hostile';
import { kustomize, readObjects } from './kubectl';

test('kubectl reads any value back', () => {
  expectReadBack(hostileValue(), readObjects);
});

test('kubectl reads any text back that kustomize has read and written', () => {
  const text = hostileText().filter((one) => !LOST_BY_KUSTOMIZE.test(one));
  expectReadBack(fc.array(text), (written) => readObjects(throughKustomize(written)));
});

// --- internal ---

/** However it is written; so are keys that look like numbers. */
const LOST_BY_KUSTOMIZE = /[\u007f-\u009f\u2028\u2029\ufffe\uffff]/;

type Objects = Record<string, unknown>[];

/** Many values at once, each in an object of its own. */
function expectReadBack(value: fc.Arbitrary<unknown>, read: (text: string) => Objects): void {
  const property = fc.property(fc.array(value, { minLength: 200, maxLength: 200 }), (values) => {
    const objects = values.map((one, index) => configMap(`n${index}`, one));
    const text = objects.map((object) => formatYaml(object)).join('---\n');
    expect(read(text).sort(byName)).toEqual(objects.sort(byName));
  });
  fc.assert(property, { numRuns: 10, endOnFailure: true });
}

/** With the label that the reading adds. */
const configMap = (name: string, value: unknown) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, labels: { read: 'yes' } },
  value,
});

const nameOf = (object: Objects[number]): string => (object.metadata as { name: string }).name;
const byName = (a: Objects[number], b: Objects[number]): number => (nameOf(a) < nameOf(b) ? -1 : 1);

function throughKustomize(text: string): string {
  const files = { 'objects.yaml': text, 'kustomization.yaml': formatYaml({ resources: ['objects.yaml'] }) };
  return kustomize(files).join('---\n');
}
