import { renderManifests } from '../../lib/kubernetes';
import { type BundleInput, compose, embedded, template } from '../../lib/model';
import { samplePlan } from '../sample';

/** The spec of the one ExternalSecret. */
function specOf(bundle: BundleInput): Record<string, unknown> {
  const files = renderManifests(samplePlan({ bundles: { 'shop-secrets': bundle } }));
  const sync = files.flatMap(({ objects }) => objects).find(({ kind }) => kind === 'ExternalSecret');
  return sync!.spec as Record<string, unknown>;
}

test('a key may read another version, what its value stands for, or the tags of its entry', () => {
  const { data } = specOf({
    keys: {
      BEFORE: { from: 'app.TOKEN', version: 'AWSPREVIOUS' },
      DECODED: { from: 'app.TOKEN', decode: 'Base64' },
      TAGS: { from: 'app.TOKEN', metadata: true },
    },
  });
  expect(data).toEqual([
    { secretKey: 'BEFORE', remoteRef: { key: 'shop/production/app', property: 'TOKEN', version: 'AWSPREVIOUS' } },
    { secretKey: 'DECODED', remoteRef: { decodingStrategy: 'Base64', key: 'shop/production/app', property: 'TOKEN' } },
    { secretKey: 'TAGS', remoteRef: { key: 'shop/production/app', metadataPolicy: 'Fetch' } },
  ]);
});

test('a Go template is written as it is; what it reads has the names that it says, and is read once', () => {
  const text = '{{ range list 1 }}{{ $.token }}{{ end }}\n';
  const spec = specOf({
    keys: {
      A: template(text, { token: 'app.TOKEN', before: { from: 'app.TOKEN', version: 'AWSPREVIOUS' } }),
      B: compose('<{app.TOKEN|b64enc}>'),
    },
  });
  expect(spec).toMatchObject({
    data: [
      { secretKey: 'token', remoteRef: { key: 'shop/production/app', property: 'TOKEN' } },
      { secretKey: 'before', remoteRef: { key: 'shop/production/app', property: 'TOKEN', version: 'AWSPREVIOUS' } },
    ],
    target: { template: { data: { A: text, B: '<{{ .token | b64enc }}>' } } },
  });
  expect(spec.data).toHaveLength(2);
});

test('a template may be kept in the cluster, and make one key or many, labels or annotations', () => {
  const inputs = { token: 'app.TOKEN' };
  const spec = specOf({
    keys: {
      'shop.conf': template({ configMap: 'templates' }, inputs),
      'shop.key': template({ secret: 'hidden' }, inputs),
      TOKEN: 'app.TOKEN',
    },
    templateFrom: [
      { template: template('{{ .token }}: {{ .token }}', inputs) },
      { template: template({ configMap: 'templates' }, inputs), key: 'all', target: 'Labels' },
    ],
  });
  expect(spec.data).toEqual([{ secretKey: 'token', remoteRef: { key: 'shop/production/app', property: 'TOKEN' } }]);
  expect(spec.target).toMatchObject({
    template: {
      data: { TOKEN: '{{ .token }}' },
      templateFrom: [
        { configMap: { name: 'templates', items: [{ key: 'shop.conf', templateAs: 'Values' }] }, target: 'Data' },
        { secret: { name: 'hidden', items: [{ key: 'shop.key', templateAs: 'Values' }] }, target: 'Data' },
        { literal: '{{ .token }}: {{ .token }}', target: 'Data' },
        { configMap: { name: 'templates', items: [{ key: 'all', templateAs: 'KeysAndValues' }] }, target: 'Labels' },
      ],
    },
  });
});

test('a Secret has the labels and annotations that are said, whatever braces are in them', () => {
  const spec = specOf({ all: ['app'], secretLabels: { b: '1', a: '2' }, secretAnnotations: { text: '{{ .token }}' } });
  expect(spec.target).toMatchObject({
    template: { metadata: { annotations: { text: '{{ "{" }}{ .token }}' }, labels: { a: '2', b: '1' } } },
  });
});

test.each(['secret', 'secretGenerator'] as const)('in dev it has them too, as a %s', (as) => {
  const plan = samplePlan({
    bundles: { 'shop-secrets': { all: ['app'], secretLabels: { a: '2' }, secretAnnotations: { text: '{{ }}' } } },
    environment: { tier: 'dev', backend: embedded({ values: { app: { TOKEN: 'dev' } }, as }) },
  });
  const texts = renderManifests(plan).map(({ text }) => text);
  const written = texts.find((text) => /^ *labels:\n *a: '?"?2/m.test(text));
  expect(written).toMatch(/^ *annotations:\n *text: '\{\{ \}\}'/m);
});

test('an immutable Secret is written once', () => {
  const spec = specOf({ all: ['app'], immutable: true, refreshPolicy: 'CreatedOnce' });
  expect(spec).toMatchObject({ refreshPolicy: 'CreatedOnce', target: { immutable: true } });
});

test('a patch is merged over what is rendered; null takes a field away', () => {
  const spec = specOf({
    all: ['app'],
    patch: { target: { template: { metadata: { finalizers: ['shop/kept'] }, mergePolicy: null } } },
  });
  expect(spec.target).toEqual({
    creationPolicy: 'Owner',
    deletionPolicy: 'Retain',
    name: 'shop-secrets',
    template: { engineVersion: 'v2', metadata: { finalizers: ['shop/kept'] } },
  });
});

test('a bundle may hold whatever is found below a path, under other names', () => {
  const spec = specOf({
    find: { path: '{system}/{environment}/', tags: { team: 'shop' } },
    rewrite: [{ source: '^.*/(.*)$', target: '$1' }],
  });
  expect(spec.dataFrom).toEqual([
    {
      find: { path: 'shop/production/', tags: { team: 'shop' } },
      rewrite: [{ regexp: { source: '^.*/(.*)$', target: '$1' } }],
    },
  ]);
});

test('an open bundle may have its names made by a Go template, and its values merged into one', () => {
  const spec = specOf({
    everything: 'app',
    rewrite: [
      { transform: '{{ .value | lower }}' },
      { merge: { priority: ['b', 'a'] } },
      { merge: { into: 'all.json' } },
    ],
  });
  expect(spec.dataFrom).toEqual([
    {
      extract: { key: 'shop/production/app' },
      rewrite: [
        { transform: { template: '{{ .value | lower }}' } },
        {
          merge: {
            conflictPolicy: 'Error',
            into: '',
            priority: ['b', 'a'],
            priorityPolicy: 'Strict',
            strategy: 'Extract',
          },
        },
        { merge: { conflictPolicy: 'Error', into: 'all.json', priorityPolicy: 'Strict', strategy: 'JSON' } },
      ],
    },
  ]);
});

test('a bundle may hold what a generator makes; it needs no store', () => {
  const plan = samplePlan({
    generators: { password: { kind: 'Password', spec: { length: 24, noUpper: false, allowRepeat: false } } },
    bundles: { made: { generator: 'password', refreshPolicy: 'CreatedOnce' } },
  });
  const objects = renderManifests(plan).flatMap((file) => file.objects);
  expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'ExternalSecret made',
    'Password password',
  ]);
  expect(objects[0]!.spec).toMatchObject({
    dataFrom: [
      {
        sourceRef: {
          generatorRef: {
            apiVersion: 'generators.external-secrets.io/v1alpha1',
            kind: 'Password',
            name: 'password',
          },
        },
      },
    ],
  });
  expect(objects[0]!.spec).not.toHaveProperty('secretStoreRef');
});
