import fc from 'fast-check';
import { kustomizeSecret } from '../../lib/kubernetes/kustomize-secret';
import { formatYaml } from '../../lib/kubernetes/yaml';
import { type Files, kustomize } from './kubectl';
import { type SecretCase, secretCases, valuesOf } from './secret-cases';

test('an embedded Secret has the bytes that kustomize makes of the same values, name hash included', () => {
  fc.assert(
    fc.property(secretCases(150), (cases) => {
      expect(cases.map(ours).sort()).toEqual(kustomize(generators(cases)).sort());
    }),
    { numRuns: 6, endOnFailure: true, reporter },
  );
});

// --- internal ---

/** Without the counterexample: it holds all the Secrets, and the difference between the texts shows the one. */
function reporter(details: fc.RunDetails<[SecretCase[]]>): void {
  if (!details.failed) return;
  throw new Error(`{ seed: ${details.seed}, path: '${details.counterexamplePath}' }: ${String(details.errorInstance)}`);
}

function ours(secret: SecretCase): string {
  const { name, namespace, type = 'Opaque', labels, nameSuffixHash } = secret;
  const values = Object.entries(valuesOf(secret));
  const data = Object.fromEntries(values.map(([key, value]) => [key, Buffer.from(value).toString('base64')]));
  const where = namespace === undefined ? {} : { namespace };
  return formatYaml(kustomizeSecret({ name, ...where, type, labels, nameSuffixHash, data }).manifest);
}

/** A kustomization with a generator for each Secret: one run of kubectl for all of them. */
function generators(cases: readonly SecretCase[]): Files {
  const files: Record<string, string | Uint8Array> = {};
  const secretGenerator = cases.map((secret, index) => {
    const { name, namespace, type, labels } = secret;
    const values = Object.entries(secret.values);
    const literals = values.filter(([, value]) => isLiteral(value));
    const bytes = values.filter(([, value]) => !isLiteral(value));
    for (const [key, value] of bytes) files[`${index}/${key}`] = value;
    files[`${index}.env`] = secret.envFile;
    return {
      ...{ name, namespace, type, options: { labels, disableNameSuffixHash: !secret.nameSuffixHash } },
      // kustomize takes one pair of quotes off a literal
      literals: literals.map(([key, value]) => `${key}="${value}"`),
      files: bytes.map(([key]) => `${key}=${index}/${key}`),
      envs: [`${index}.env`],
    };
  });
  return { ...files, 'kustomization.yaml': formatYaml({ secretGenerator }) };
}

/** kustomize reads no control characters in a literal; files may hold anything. */
function isLiteral(value: string | Uint8Array): value is string {
  return typeof value === 'string' && /^[\n\r\t\P{C}]*$/u.test(value);
}
