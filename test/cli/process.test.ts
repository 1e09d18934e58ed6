import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { folderWith } from './folders';
import { SHOP } from './shop';

const ROOT = join(__dirname, '../..');
const TS_NODE = require.resolve('ts-node/register');

interface Started {
  readonly child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
}

/** One of our files as a process of its own. */
function start(file: string, ...argv: string[]): Started {
  return startIn(ROOT, file, ...argv);
}

function startIn(cwd: string, file: string, ...argv: string[]): Started {
  const env = { ...process.env, TS_NODE_PROJECT: join(ROOT, 'tsconfig.json') };
  const child = spawn(process.execPath, ['-r', TS_NODE, join(ROOT, file), ...argv], { cwd, env });
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (data) => {
    output.stdout += data;
  });
  child.stderr?.on('data', (data) => {
    output.stderr += data;
  });
  return { child, output };
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s in the middle of writing finds all of it written and nothing else',
  async (signal) => {
    const dir = join(folderWith({}), 'dist');
    const { child } = start('test/cli/write-many.ts', dir, '3000');
    while (!existsSync(join(dir, '.keywright-staging')) && child.exitCode === null) await setTimeout(1);
    child.kill(signal);
    expect(await once(child, 'close')).toEqual([null, signal]);
    expect(readdirSync(dir)).toEqual(['kubernetes']);
    expect(readdirSync(join(dir, 'kubernetes/shop/dev/shop'))).toHaveLength(3000);
  },
);

test('a reader that has seen enough is no error', async () => {
  const { child, output } = start('bin/keywright.ts', 'plan', '--project', folderWith(SHOP));
  child.stdout?.destroy();
  expect(await once(child, 'close')).toEqual([0, null]);
  expect(output.stderr).toBe('');
});

test('what environments print goes to standard error, and broken JSON of theirs is named', async () => {
  const files = {
    'environments/index.ts': "import './hello';\nimport x from './x.json';\nexport default x;",
    'environments/hello.ts': "console.log('hello');",
    'environments/x.json': '{ "a" ',
  };
  const { child, output } = start('bin/keywright.ts', 'plan', '--json', '--project', folderWith(files));
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(output.stderr).toBe('hello\n');
  expect(JSON.parse(output.stdout)).toEqual({
    error: { message: expect.stringContaining('environments/x.json  '), mend: 'mend the JSON there' },
  });
});

describe('environments that end the process, or never end, are an error:', () => {
  const { 'environments/index.ts': index, ...others } = SHOP;
  const cases: [what: string, code: string, message: string, mend: string][] = [
    [
      'a promise that never settles',
      'await new Promise(() => {});',
      'environments/index.ts  waits for a promise that never settles',
      'see that what is awaited there ends',
    ],
    [
      'an exit',
      'process.exit(0);',
      'environments/index.ts:5  process.exit() would end keywright before it is done',
      'leave it out',
    ],
    [
      'an exit in a callback',
      'setTimeout(() => process.exit(0), 1);\nawait new Promise(() => {});',
      'environments/index.ts:5  process.exit() would end keywright before it is done',
      'leave it out',
    ],
    [
      'an exception in a callback',
      "setTimeout(() => { throw new Error('no bread'); }, 1);\nawait new Promise(() => {});",
      'environments/index.ts:5  no bread',
      'mend what throws there',
    ],
    [
      'an exit in a callback that is left behind',
      'setTimeout(() => process.exit(0), 0);',
      'the process was ended before keywright was done',
      'see that nothing in environments/ ends it',
    ],
  ];

  test.each(cases)('%s', async (_what, code, message, mend) => {
    const dir = folderWith({ 'environments/index.ts': `${index}${code}`, ...others });
    const { child, output } = start('bin/keywright.ts', 'check', '--json', '--project', dir);
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(JSON.parse(output.stdout)).toEqual({ error: expect.objectContaining({ message, mend }) });
    expect(output.stderr).toBe('');
  });

  test.each(['bin/cdk.ts', 'bin/cdk8s.ts'])('%s says so too', async (file) => {
    const dir = folderWith({ 'environments/index.ts': 'export default await new Promise(() => {});' });
    const { child, output } = startIn(dir, file);
    expect(await once(child, 'close')).toEqual([2, null]);
    expect(output).toEqual({
      stdout: '',
      stderr:
        'error  environments/index.ts  waits for a promise that never settles\n  → see that what is awaited there ends\n',
    });
  });
});
