import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { folderWith } from './folders';
import { SHOP } from './shop';

const ROOT = join(__dirname, '../..');

/** One of our files as a process of its own. */
function start(file: string, ...argv: string[]): { child: ChildProcess; output: { stdout: string; stderr: string } } {
  const child = spawn(process.execPath, ['-r', 'ts-node/register', join(ROOT, file), ...argv], { cwd: ROOT });
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
