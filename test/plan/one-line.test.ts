import { zioLucene } from '../../environments/zio-lucene';
import { catalogue } from '../../environments/zio-lucene/catalogue';
import { filesOf, renderOutput } from '../../lib/cli/render-output';
import type { EntryInput } from '../../lib/model';
import { buildPlan } from '../../lib/plan';

test('one secret more is one line: an entry in each account, a sync in each environment, a line in each policy', async () => {
  const line = { 'datadog-app-key': { value: {}, secretKey: 'app-key' } };
  const [before, after] = [await filesWith({}), await filesWith(line)];
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const changes = paths.map((path) => [path, changeOf(before.get(path), after.get(path))] as const);
  const places = [
    ['_clusters/zio-lucene-dev/zio-lucene-dev-cluster-access', '222233334444'],
    ['_clusters/zio-lucene-production/zio-lucene-production-cluster-access', '333344445555'],
    ['zio-lucene/local/zio-lucene-local-access', '000000000000'],
  ];
  expect(Object.fromEntries(changes.filter(([, change]) => change.gone.length + change.come.length > 0))).toEqual({
    ...Object.fromEntries(
      places.map(([stack, account]) => [
        `aws/${stack}.template.json`,
        { gone: [], come: [`"arn:aws:secretsmanager:us-east-1:${account}:secret:zio-lucene/datadog-app-key-??????"`] },
      ]),
    ),
    ...Object.fromEntries(
      ['dev', 'local', 'production'].flatMap((name) => [
        [
          `aws/zio-lucene/${name}/zio-lucene-${name}-entries.template.json`,
          {
            gone: [],
            come: expect.arrayContaining([
              '"Name": "zio-lucene/datadog-app-key"',
              '"DeletionPolicy": "RetainExceptOnCreate"',
            ]),
          },
        ],
        [
          `kubernetes/zio-lucene/${name}/kustomization.yaml`,
          { gone: [], come: ['- zio-lucene/externalsecret-datadog-app-key.yaml'] },
        ],
        [
          `kubernetes/zio-lucene/${name}/zio-lucene/externalsecret-datadog-app-key.yaml`,
          { gone: [], come: expect.arrayContaining(['key: zio-lucene/datadog-app-key', 'secretKey: app-key']) },
        ],
      ]),
    ),
  });
});

// --- internal ---

async function filesWith(more: Readonly<Record<string, EntryInput>>): Promise<Map<string, string>> {
  const changed = { ...catalogue, entries: { ...catalogue.entries, ...more } };
  const plan = buildPlan({ systems: [{ ...zioLucene, catalogue: changed }] });
  expect(plan.problems).toEqual([]);
  return new Map(filesOf(await renderOutput(plan)).map(({ path, text }) => [path, text]));
}

/** The lines that only one of two texts has, without what JSON puts between two items. */
function changeOf(before = '', after = ''): { readonly gone: string[]; readonly come: string[] } {
  const linesOf = (text: string): string[] =>
    text.split('\n').map((line) => line.replace(/^\s*(- (?=secretKey))?|,$/g, ''));
  const [old, own] = [linesOf(before), linesOf(after)];
  return { gone: beyond(old, own), come: beyond(own, old) };
}

/** What a list has more of than another. */
function beyond(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
