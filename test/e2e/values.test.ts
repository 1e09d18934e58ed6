import { createHash } from 'node:crypto';
import { buildPlan, eksCluster, embedded, type PlannedBundle, secretsManager } from 'keywright';
import { deploy, findWorld, withdraw } from './support/deployment';
import type { EnvironmentPlan } from './support/environment';
import { everyValue, everyValueFor, lastPart, ROUTES, TYPES } from './support/every-value';
import { decoded, expectedData } from './support/expected-data';
import { renderSample, SAMPLE_CLUSTER } from './support/sample';
import { allReady, type World } from './support/syncs';
import type { EntryValue } from './support/values';

let world: World;
let its: EnvironmentPlan;
let values: Map<string, EntryValue>;
let inDev: readonly PlannedBundle[];

beforeAll(async () => {
  world = await findWorld();
  const staging = { name: 'staging', cluster: eksCluster(SAMPLE_CLUSTER), backend: secretsManager() };
  its = await renderSample(everyValue, staging);
  values = new Map(its.entries.map((entry) => [entry.id, everyValueFor(entry)]));
  inDev = bundlesInDev();
  await deploy(world, its, values);
  for (const namespace of its.namespaces) await allReady(world, namespace);
});

afterAll(async () => {
  await withdraw(world, its);
});

describe('a value with line breaks, control characters, unicode, spaces or digits, a PEM, JSON in JSON or 60 kB', () => {
  test.each(ROUTES)('arrives whole by way of %s, and dev makes the same Secret of it', async (_route, bundle) => {
    const { data } = await secretOf(bundle);
    expect(legible(data)).toEqual(legible(expectedData(findBundle(its.bundles, bundle), values)));
    expect(legible(data)).toEqual(legible(devDataOf(bundle)));
  });
});

test.each(Object.keys(TYPES))('a Secret of type %s is made, with its keys', async (type) => {
  const { data, type: live } = await secretOf(lastPart(type));
  expect(live).toBe(type);
  expect(data).toEqual(expectedData(findBundle(its.bundles, lastPart(type)), values));
  expect(data).toEqual(devDataOf(lastPart(type)));
});

test.each([
  ['a required', 'names'],
  ['an optional', 'optional-names'],
])('%s field may have any name', async (_what, bundle) => {
  const { data } = await secretOf(bundle);
  expect(data).toEqual(expectedData(findBundle(its.bundles, bundle), values));
});

describe('JSON that is no text', () => {
  const written = { number: '5432', yes: 'true', list: '[1, "<2>"]', object: '{"a": "&"}' };

  test.each([
    ['a required field', 'raw'],
    ['an open bundle', 'open-raw'],
  ])('arrives from %s as it is written, but 1.10 as 1.1, and null as nothing', async (_route, bundle) => {
    expect((await secretOf(bundle)).data).toEqual({ ...written, ratio: '1.1', nothing: '', empty: '' });
  });

  test('arrives from an optional field as it is written; null is absent, and so is an empty text', async () => {
    expect((await secretOf('optional-raw')).data).toEqual({ ...written, ratio: '1.10' });
  });
});

// --- internal ---

/** The catalogue in dev, with the same values in the repository. */
function bundlesInDev(): readonly PlannedBundle[] {
  const own = Object.fromEntries(
    its.entries.filter(({ entry }) => !entry.endsWith('raw')).map(({ id, entry }) => [entry, values.get(id)!]),
  );
  const dev = { name: 'dev', backend: embedded({ values: own }) };
  return buildPlan({ systems: [{ catalogue: everyValue, environments: [dev] }] }).bundles;
}

function devDataOf(name: string): Record<string, string> {
  const { source } = findBundle(inDev, name);
  if (source.kind !== 'embedded') throw new Error(`${name} is not embedded in dev`);
  return decoded(source.data);
}

function findBundle(bundles: readonly PlannedBundle[], name: string): PlannedBundle {
  const found = bundles.find(({ bundle }) => bundle === name);
  if (!found) throw new Error(`there is no bundle ${name}`);
  return found;
}

/** With a hash instead of what nobody could compare in a message. */
function legible(data: Readonly<Record<string, string>>): Record<string, string> {
  const short = (text: string) =>
    text.length < 1000 ? text : `${text.length} characters, sha256 ${createHash('sha256').update(text).digest('hex')}`;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, short(value)]));
}

async function secretOf(name: string): Promise<{ type: string | undefined; data: Record<string, string> }> {
  const secret = await world.kubectl.tryGet('secret', name, its.namespaces[0]!);
  return { type: secret?.type, data: decoded(secret?.data) };
}
