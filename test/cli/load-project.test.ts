import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProject } from '../../lib/cli/load-project';
import type { UsageError } from '../../lib/cli/usage-error';
import { folderWith } from './folders';

const CATALOGUE = `
import { defineCatalogue } from 'keywright';
export const catalogue = defineCatalogue({
  system: 'shop', environments: ['dev'], namespace: 'shop', entries: {}, bundles: {},
});`;
const SYSTEM = `
import { defineSystem } from 'keywright';
import { catalogue } from './catalogue';
export const shop = defineSystem({ catalogue, environments: [] });`;
const INDEX = `
import { defineProject } from 'keywright';
import { shop } from './shop';
export default defineProject({ systems: [shop] });`;

const WELL = {
  'environments/index.ts': INDEX,
  'environments/shop/index.ts': SYSTEM,
  'environments/shop/catalogue.ts': CATALOGUE,
};

const index = (text: string) => ({ 'environments/index.ts': text });

describe('a project that is well written', () => {
  const forms: Record<string, Record<string, string>> = {
    'a default export in TypeScript': WELL,
    'an export named project': { ...WELL, ...index(INDEX.replace('default', 'const project =')) },
    'imports with the extension of what they compile to': {
      ...WELL,
      ...index(INDEX.replace('./shop', './shop/index.js')),
    },
    'an ESM package': { ...WELL, 'package.json': '{ "type": "module" }' },
    'top-level await': { ...WELL, ...index(`${INDEX}\nawait Promise.resolve();`) },
    'path aliases of its tsconfig': {
      ...WELL,
      ...index(INDEX.replace('./shop', '@/shop')),
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./environments/*"] } } }',
    },
    'JavaScript in CommonJS': {
      'environments/index.js': `
        const { defineProject } = require('keywright');
        const catalogue = { system: 'shop', environments: ['dev'], namespace: 'shop', entries: {}, bundles: {} };
        module.exports = defineProject({ systems: [{ catalogue, environments: [] }] });`,
    },
    'JavaScript in ESM': {
      'environments/index.mjs': `
        import { defineProject } from 'keywright';
        const catalogue = { system: 'shop', environments: ['dev'], namespace: 'shop', entries: {}, bundles: {} };
        export default defineProject({ systems: [{ catalogue, environments: [] }] });`,
    },
  };

  test.each(Object.entries(forms))('loads: %s', async (_form, files) => {
    const { systems } = await loadProject(folderWith(files));
    expect(systems.map((system) => system.catalogue.system)).toEqual(['shop']);
  });

  test('leaves no files in the folder of the project', async () => {
    const dir = folderWith(WELL);
    await loadProject(dir);
    expect(readdirSync(dir, { recursive: true }).sort()).toEqual(
      ['environments', 'environments/shop', ...Object.keys(WELL)].sort(),
    );
  });

  test('keeps what it compiled in node_modules/.cache where there is one', async () => {
    const dir = folderWith({ ...WELL, 'node_modules/.keep': '' });
    await loadProject(dir);
    expect(readdirSync(join(dir, 'node_modules/.cache/keywright'))).toHaveLength(3);
  });

  test('sees a change at once', async () => {
    const dir = folderWith(WELL);
    await loadProject(dir);
    writeFileSync(join(dir, 'environments/shop/catalogue.ts'), CATALOGUE.replace("'shop'", "'till'"));
    expect((await loadProject(dir)).systems[0]?.catalogue.system).toBe('till');
  });
});

describe('the folder that findings name', () => {
  const folderOf = async (files: Record<string, string>) => (await loadProject(folderWith(files))).systems[0]?.folder;

  test('is left to the plan for a system with a folder of its own', async () => {
    expect(await folderOf(WELL)).toBeUndefined();
  });
  test('is environments for a system without one', async () => {
    const flat = {
      ...index(INDEX.replace('./shop', './system')),
      'environments/system.ts': SYSTEM,
      'environments/catalogue.ts': CATALOGUE,
    };
    expect(await folderOf(flat)).toBe('environments');
  });
  test('stays as it was written', async () => {
    const written = SYSTEM.replace('catalogue,', "catalogue, folder: 'systems/shop',");
    expect(await folderOf({ ...WELL, 'environments/shop/index.ts': written })).toBe('systems/shop');
  });
});

describe('a project that cannot be read', () => {
  const cases: [what: string, files: Record<string, string>, message: string, mend: string][] = [
    [
      'no environments',
      { 'readme.md': '' },
      'there is no environments/index.ts in ',
      'run keywright in the folder of the project, or name it with --project DIR',
    ],
    [
      'no index',
      { 'environments/main.ts': '' },
      'environments/ has no index.ts, only main.ts',
      'write environments/index.ts: export default defineProject({ systems: [...] })',
    ],
    [
      'an index that is a folder',
      { 'environments/index.ts/readme.md': '' },
      'environments/index.ts is not a file',
      'write a file there: export default defineProject({ systems: [...] })',
    ],
    [
      'environments that are a file',
      { environments: '' },
      'environments is a file where a folder belongs',
      'write environments/index.ts: export default defineProject({ systems: [...] })',
    ],
    [
      'a field that throws when it is read',
      index(
        "const shop = {\n  get catalogue() {\n    throw new Error('no bread');\n  },\n};\nexport default { systems: [shop] };",
      ),
      'environments/index.ts:3  no bread',
      'mend what throws there',
    ],
    [
      'systems that throw when they are read',
      index("export default {\n  get systems() {\n    throw new Error('no bread');\n  },\n};"),
      'environments/index.ts:3  no bread',
      'mend what throws there',
    ],
    [
      'a syntax error',
      index('const a = 1;\nexport default { systems: ] };'),
      'environments/index.ts:2:27  unexpected token',
      'mend the syntax there',
    ],
    [
      'a syntax error in ESM',
      { 'environments/index.mjs': 'export default {;' },
      'environments/index.mjs:1:17  unexpected token',
      'mend the syntax there',
    ],
    [
      'a name declared twice',
      index('const a = 1;\nconst a = 2;'),
      "environments/index.ts:2:7  identifier 'a' has already been declared",
      'mend the syntax there',
    ],
    [
      'a file that is not there',
      { ...WELL, ...index(INDEX.replace('./shop', './shpo')) },
      'environments/index.ts:3  there is no "./shpo" to import',
      'write "./shop"',
    ],
    [
      'a package that is not there',
      index("import x from 'no-such-package/deep';\nexport default x;"),
      'environments/index.ts:1  there is no "no-such-package/deep" to import',
      'install it: npm install --save-dev no-such-package',
    ],
    [
      'an exception',
      index(
        "interface A {\n  b: string;\n}\nfunction go(a: A): never {\n  throw new Error(`no ${a.b}`);\n}\nexport default go({ b: 'bread' });",
      ),
      'environments/index.ts:5  no bread',
      'mend what throws there',
    ],
    [
      'something thrown that is no error',
      index("throw 'bread';"),
      'environments/index.ts  bread',
      'mend what throws there',
    ],
    [
      'no export',
      index('const a = 1;'),
      'environments/index.ts exports nothing',
      'write export default defineProject({ systems: [...] }), or export the project under the name "project"',
    ],
    [
      'an export under another name',
      index('export const shop = { systems: [] };'),
      'environments/index.ts exports shop, but no project',
      'write export default defineProject({ systems: [...] }), or export the project under the name "project"',
    ],
    [
      'an export that is a text',
      index("export default 'shop';"),
      'what environments/index.ts exports is not a project but a string',
      'write export default defineProject({ systems: [...] })',
    ],
    [
      'an export that is a system',
      index('export default { catalogue: {}, environments: [] };'),
      'what environments/index.ts exports is not a project but an object of catalogue, environments',
      'write export default defineProject({ systems: [...] })',
    ],
    [
      'an export that is a promise',
      index('export default Promise.resolve({ systems: [] });'),
      'what environments/index.ts exports is not a project but a promise, which needs await',
      'write export default defineProject({ systems: [...] })',
    ],
    [
      'a name that the other file does not export',
      { ...WELL, ...index(INDEX.replaceAll('{ shop }', '{ shoop }').replace('[shop]', '[shoop]')) },
      'systems[0] is undefined',
      'see that the file it is imported from exports that name',
    ],
  ];

  test.each(cases)('%s', async (_what, files, message, mend) => {
    const error = await problemOf(folderWith(files));
    expect(error.message.slice(0, message.length)).toBe(message);
    expect(error.mend).toBe(mend);
    expect(`${error.message} ${error.mend} ${error.excerpt}`).not.toMatch(/\n +at /);
  });

  test('a folder that is not there', async () => {
    expect((await problemOf('/no/such/folder')).message).toBe('there is no folder /no/such/folder');
  });

  test('a file instead of a folder', async () => {
    const dir = folderWith({ 'readme.md': '' });
    expect((await problemOf(join(dir, 'readme.md'))).message).toBe(`${dir}/readme.md is a file`);
  });

  test('the lines around the mistake are shown', async () => {
    const error = await problemOf(folderWith(index('const a = 1;\nexport default { systems: ] };\nconst b = 2;')));
    expect(error.excerpt).toBe(
      [
        '  1 | const a = 1;',
        '> 2 | export default { systems: ] };',
        `    | ${' '.repeat(26)}^`,
        '  3 | const b = 2;',
      ].join('\n'),
    );
  });

  test.each([
    [
      'that throws',
      'export const shop = { catalogue: shared.catalogue, environments: [] };',
      'environments/shop/index.ts:2  Cannot read properties of undefined',
    ],
    [
      'that leaves a hole',
      'export const shop = { catalogue: shared, environments: [] };',
      'systems[0].catalogue is undefined',
    ],
  ])('a circle of imports %s', async (_what, shop, message) => {
    const throws = message.includes('Cannot');
    const files = {
      ...index("import './shop/shared';\nimport { shop } from './shop';\nexport default { systems: [shop] };"),
      'environments/shop/index.ts': `import { shared } from './shared';\n${shop}`,
      'environments/shop/shared.ts': `import { shop } from './index';\nexport const shared = ${throws ? '{ catalogue: shop.x }' : 'shop'};`,
    };
    const error = await problemOf(folderWith(files));
    expect(error.message).toContain(message);
    expect(error.message).toContain('files import one another in a circle, ');
    expect(error.mend).toBe('move what they share into a file of its own');
  });
});

async function problemOf(dir: string): Promise<UsageError> {
  return loadProject(dir).then(
    () => {
      throw new Error('it loaded');
    },
    (error: UsageError) => error,
  );
}
