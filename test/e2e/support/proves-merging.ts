import type { EnvironmentPlan } from './environment';
import { decoded, expectedData, type Values } from './expected-data';
import { FOREIGN, isMerged } from './foreign';
import { rests, type World } from './syncs';

/** The tests of the Secrets that somebody else makes, and that an environment only adds to. */
export function provesMerging(its: EnvironmentPlan, values: Values, world: () => World): void {
  const merged = its.bundles.filter(isMerged).map((bundle) => [bundle.secretName, bundle] as const);
  if (merged.length === 0) return;

  const expectWhole = async ([name, bundle]: (typeof merged)[number]): Promise<void> => {
    const secret = await world().kubectl.tryGet('secret', name, bundle.namespace);
    const { labels, annotations } = FOREIGN;
    expect(decoded(secret?.data)).toEqual(expectedData(bundle, values));
    expect(secret).toMatchObject({ metadata: { labels, annotations } });
    expect(secret?.metadata.ownerReferences).toBeUndefined();
  };

  test.each(merged)(
    'the Secret %s, which somebody else makes, holds what it held and the keys of the catalogue with the bytes of the backend',
    (...one) => expectWhole(one),
  );

  test.each(merged)('the Secret %s stays whole when its ExternalSecret is deleted', async (...one) => {
    const [, { source, namespace }] = one;
    await world().kubectl.run(['delete', 'externalsecret', source.name, `--namespace=${namespace}`]);
    await rests(world(), namespace);
    await expectWhole(one);
  });
}
