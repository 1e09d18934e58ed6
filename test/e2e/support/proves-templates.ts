import type { EnvironmentPlan, NamespacedBundle } from './environment';
import { decoded, expectedData, type Values } from './expected-data';
import type { World } from './syncs';

/** The tests of the Secrets whose every key a template makes. */
export function provesTemplates(its: EnvironmentPlan, values: Values, world: () => World): void {
  const templated = its.bundles.filter(({ keys }) => keys.length > 0 && keys.every(({ template }) => template));
  if (templated.length === 0) return;

  test.each(templated.map((bundle) => [bundle.secretName, bundle] as const))(
    'the Secret %s is composed by its template: the values come under the names that this has for them, and none of these is a key',
    async (name, bundle) => {
      const { namespace, source } = bundle;
      const sync = await world().kubectl.tryGet('externalsecret', source.name, namespace);
      const read = (sync!.spec as Spec).data.map(({ secretKey }) => secretKey);
      expect(read).toEqual(inputsOf(bundle));
      const secret = await world().kubectl.tryGet('secret', name, namespace);
      expect(decoded(secret?.data)).toEqual(expectedData(bundle, values));
      for (const input of read) expect(Object.keys(secret?.data ?? {})).not.toContain(input);
    },
  );
}

// --- internal ---

interface Spec {
  readonly data: readonly { readonly secretKey: string }[];
}

const inputsOf = ({ keys }: NamespacedBundle): (string | undefined)[] =>
  keys.flatMap(({ parts }) => parts.flatMap((part) => (typeof part === 'object' ? [part.as] : [])));
