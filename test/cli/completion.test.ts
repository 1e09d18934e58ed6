import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './folders';
import { run } from './run';

/** What TAB offers in bash after these words; `keywright` itself is one that only knows names. */
async function offered(...words: string[]): Promise<string[]> {
  const { stdout: script } = await run('completion', 'bash');
  const dir = folderWith({
    'completion.bash': script,
    'bin/keywright': '#!/bin/sh\n[ "$*" = "completion --names system" ] && printf "nova\\ndeparrow\\n"',
  });
  mkdirSync(join(dir, 'folder'));
  writeFileSync(
    join(dir, 'ask.bash'),
    `source ./completion.bash\nCOMP_WORDS=("$@") COMP_CWORD=$(($# - 1))\n_keywright\nprintf '%s\\n' "\${COMPREPLY[@]}"`,
  );
  execFileSync('chmod', ['+x', join(dir, 'bin/keywright')]);
  const env = { ...process.env, PATH: `${join(dir, 'bin')}:${process.env.PATH}` };
  const reply = execFileSync('bash', ['ask.bash', 'keywright', ...words], { cwd: dir, env, encoding: 'utf8' });
  return reply.split('\n').filter((word) => word !== '');
}

test('TAB offers commands, options, names of the project, and folders', async () => {
  expect(await offered('')).toEqual(['synth', 'check', 'show', 'plan', 'completion']);
  expect(await offered('s')).toEqual(['synth', 'show']);
  expect(await offered('synth', '--c')).toEqual(['--check']);
  expect(await offered('show', '--system', '')).toEqual(['nova', 'deparrow']);
  expect(await offered('show', '--project', 'fo')).toEqual(['folder']);
  expect(await offered('completion', 'f')).toEqual(['fish']);
});

test.each(['zsh', 'fish'])('%s learns every command and option', async (shell) => {
  const { code, stdout } = await run('completion', shell);
  expect(code).toBe(0);
  for (const word of [
    'synth',
    'check',
    'show',
    'plan',
    'completion',
    'project',
    'system',
    'environment',
    'output',
    'json',
  ]) {
    expect(stdout).toContain(word);
  }
  expect(stdout).toContain('(keywright completion --names environment 2>/dev/null)');
});
