import { buildPlan } from 'keywright';
import project from '../../environments';
import { deploy, findWorld, valuesFor, withdraw } from './support/deployment';
import { engine } from './support/engine';
import { environmentPlan } from './support/environment';
import type { Values } from './support/expected-data';
import { faults, reading, type Scene } from './support/faults';
import { allReady, isSaid } from './support/syncs';
import { arrived, putNewValues, secretsOf, Trial } from './support/trial';

const plan = buildPlan(project);
const environment = plan.environments.find(({ id }) => id === 'deparrow/staging')!;
const its = environmentPlan(plan, environment);
const namespace = 'deparrow';
const LONG = 120_000;

let scene: Scene;
/** What AWS holds. */
let values: Values = valuesFor(its);

describe(environment.id, () => {
  beforeAll(async () => {
    scene = { world: await findWorld(), its, namespace };
    await deploy(scene.world, its, values);
    await allReady(scene.world, namespace);
    await patchEach('externalsecret', { spec: { refreshInterval: '2s' } });
    await patchEach('secretstore', { spec: { refreshInterval: 2 } });
  });

  afterAll(() => withdraw(scene.world, its));

  describe('with a refresh every 2 seconds,', () => {
    describe.each(faults)('when $name,', (fault) => {
      let trial: Trial;
      let before: Values;
      let objects: string;

      beforeAll(async () => {
        [before, objects] = [values, await identities()];
        trial = new Trial(fault, scene, (await engine.state()).kubeconfig);
        values = await trial.begin(before);
      });

      afterAll(() => trial.clear());

      const { event } = fault;
      if (event !== undefined)
        test('the syncs are not ready and say why, and the last good Secrets stay, byte for byte', async () => {
          await isSaid(event, scene.world, namespace);
          expect(trial.seen.otherThan(secretsOf(its, before))).toEqual([]);
        });

      test(
        'every sync is ready again by itself once that is mended, with the values that were put meanwhile',
        () => trial.end(values),
        LONG,
      );

      test('no Secret ever holds anything but its last good or its new values', async () => {
        await trial.saw(values);
        expect(trial.seen.otherThan(secretsOf(its, before), secretsOf(its, values))).toEqual([]);
      });

      test('no object is lost or replaced', async () => {
        expect(await identities()).toBe(objects);
      });
    });

    describe('when AWS takes 3 seconds for each answer,', () => {
      let since: string;

      beforeAll(async () => {
        since = await readySince();
        await scene.world.aws.weather({ delay: 3 });
      });

      afterAll(() => scene.world.aws.weather());

      test(
        'every sync stays ready, and new values arrive',
        async () => {
          await reading(scene);
          values = await putNewValues(scene);
          await arrived(scene, values);
          expect(await readySince()).toBe(since);
        },
        LONG,
      );
    });

    describe("when the operator's webhook is killed,", () => {
      beforeAll(() => engine.stop('external-secrets-webhook'));
      afterAll(() => engine.start('external-secrets-webhook'));

      test(
        'new values arrive all the same',
        async () => {
          values = await putNewValues(scene);
          await arrived(scene, values);
        },
        LONG,
      );

      test('no change of a sync is accepted until it is back', async () => {
        expect(await tryChange()).toContain('failed calling webhook');
        await engine.start('external-secrets-webhook');
        expect(await tryChange()).toBe('');
      });
    });
  });
});

// --- internal ---

/** What the API server has against a change of a sync, which is not made. */
async function tryChange(): Promise<string> {
  const args = ['annotate', 'externalsecret', '--all', `--namespace=${namespace}`, '--dry-run=server', 'changed=yes'];
  return (await scene.world.kubectl.try(args)).errors;
}

/** What tells one object from another that has its name. */
const identities = (): Promise<string> => each('secretstore,externalsecret,secret,serviceaccount', '{.metadata.uid}');

/** Since when everything is ready: it has not been otherwise meanwhile. */
const readySince = (): Promise<string> =>
  each('secretstore,externalsecret', '{.status.conditions[?(@.type=="Ready")].lastTransitionTime}');

const each = (kinds: string, what: string): Promise<string> => {
  const line = `{range .items[*]}{.kind} {.metadata.name} ${what}{"\\n"}{end}`;
  return scene.world.kubectl.run(['get', kinds, `--namespace=${namespace}`, `--output=jsonpath=${line}`]);
};

async function patchEach(kind: string, patch: object): Promise<void> {
  for (const { metadata } of await scene.world.kubectl.list(kind, namespace)) {
    const args = ['patch', kind, metadata.name, `--namespace=${namespace}`, '--type=merge'];
    await scene.world.kubectl.run([...args, `--patch=${JSON.stringify(patch)}`]);
  }
}
