import { kustomizeSecret } from '../../lib/kubernetes/kustomize-secret';
import { formatYaml } from '../../lib/kubernetes/yaml';

/* What kubectl 1.32 printed for the same values; test/oracle/ compares with the kubectl that is there. */

const data = { q: base64("'"), e: '', m: base64('a'.repeat(57)), '2a': base64('b'), K_10: '', K_9: '', K_A: '' };

test('a Secret is printed as kustomize prints it', () => {
  const { name, manifest } = kustomizeSecret({
    ...{ name: 'a', namespace: '12', type: 'Opaque', data, nameSuffixHash: true },
    labels: { b: 'yes', 'a.io/c': '1' },
  });
  expect(name).toBe('a-mmtfd42mbh');
  expect(formatYaml(manifest)).toBe(`apiVersion: v1
data:
  2a: Yg==
  K_9: ""
  K_10: ""
  K_A: ""
  e: ""
  m: |
    YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYW
    FhYWFh
  q: Jw==
kind: Secret
metadata:
  labels:
    a.io/c: "1"
    b: "yes"
  name: a-mmtfd42mbh
  namespace: "12"
type: Opaque
`);
});

test('the hash can be left out', () => {
  const { name, manifest } = kustomizeSecret({ name: 'app', type: 'Opaque', data: {}, nameSuffixHash: false });
  expect(name).toBe('app');
  expect(formatYaml(manifest)).toBe('apiVersion: v1\ndata: {}\nkind: Secret\nmetadata:\n  name: app\ntype: Opaque\n');
});

test('the same values in another order give the same text', () => {
  const one = { name: 'app', type: 'Opaque', labels: { a: '1', b: '2' }, data, nameSuffixHash: true };
  const other = { ...one, labels: { b: '2', a: '1' }, data: Object.fromEntries(Object.entries(data).reverse()) };
  expect(formatYaml(kustomizeSecret(other).manifest)).toBe(formatYaml(kustomizeSecret(one).manifest));
});

// --- internal ---

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
