import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPlan } from 'keywright';
import { filesOf, renderOutput } from '../../lib/cli/render-output';
import { fleetProject } from '../fleet';
import { gitopsParts } from './engine/build/gitops';
import { operatorRelease, USUAL_OPERATOR } from './engine/build/operators';
import { run } from './engine/build/run';
import { BUILDING } from './support/engine';

const ROOT = join(__dirname, '..', '..');
const PAGES = ['argocd.md', 'flux.md', 'kubectl.md'];

describe.each(PAGES)('the commands of docs/%s', (page) => {
  const commands = commandsOf(readFileSync(join(ROOT, 'docs', page), 'utf8'));

  test('are found', () => {
    expect(commands.filter(isOf('kubectl')).length).toBeGreaterThan(3);
    expect(commands).toContain('keywright synth');
  });

  test(
    'have flags that kubectl and helm know',
    async () => {
      const { helm } = await operatorRelease(USUAL_OPERATOR, () => undefined);
      const programs = `helm() { ${helm.program} "$@"; }; export KUBECONFIG=/dev/null`;
      for (const command of commands.filter((it) => isOf('kubectl')(it) || isOf('helm')(it))) {
        // All flags are read before help is given, and then nothing else is done.
        const whole = /\s-\w$/.test(command) ? `${command} folder` : command;
        expect(await run('bash', ['-c', `${programs}; ${whole} --help`])).toContain('Usage:');
      }
    },
    BUILDING,
  );

  if (commands.some(isOf('argocd')))
    test(
      'are among those of Argo CD, with flags that it documents',
      async () => {
        const parts = await gitopsParts(() => undefined);
        for (const command of commands.filter(isOf('argocd'))) {
          const documented = documentedIn(parts.commands, command);
          for (const [flag] of command.matchAll(/--[a-z-]+/g)) expect(documented).toContain(`${flag} `);
        }
      },
      BUILDING,
    );

  test('apply folders that are made', async () => {
    const files = filesOf(await renderOutput(buildPlan(fleetProject))).map(({ path }) => `dist/${path}`);
    for (const command of commands) {
      const [, folder] = /-k (dist\/\S+)/.exec(command) ?? [];
      if (folder === undefined) continue;
      const file = `${folder}/kustomization.yaml`;
      expect({ folder, made: files.includes(file) || existsSync(join(ROOT, file)) }).toEqual({ folder, made: true });
    }
  });

  test('deploy stacks that there are', async () => {
    const { default: project } = await import('../../environments');
    const stacks = [fleetProject, project].flatMap((it) => buildPlan(it).stacks.map(({ id }) => id));
    const patterns = commands.flatMap((command) => /cdk deploy '([^']*)\*'/.exec(command)?.[1] ?? []);
    expect(patterns).not.toEqual([]);
    for (const pattern of patterns) expect(stacks.filter((id) => id.startsWith(pattern))).not.toEqual([]);
  });
});

// --- internal ---

function isOf(program: string): (command: string) => boolean {
  return (command) => command.startsWith(`${program} `);
}

/** Each command of a page, in a block or in the text, without its comment. */
function commandsOf(page: string): string[] {
  const fences = [...page.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)];
  const blocks = fences.flatMap(([, language, block]) => (language === '' ? block!.split('\n') : []));
  const text = page.replace(/^```[\s\S]*?^```$/gm, '');
  const inline = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);
  const lines = [...blocks, ...inline].flatMap((line) => line.replace(/\s+#.*$/, '').split(' && '));
  return lines.map((line) => line.trim()).filter((line) => /^[a-z]+ [a-z-]/.test(line));
}

/** The page of the longest command that the first words are. */
function documentedIn(folder: string, command: string): string {
  const words = command.split(' ').filter((word) => /^[a-z]+$/.test(word));
  for (let count = words.length; count > 1; count--) {
    try {
      return readFileSync(join(folder, `${words.slice(0, count).join('_')}.md`), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error(`Argo CD has no command ${command}`);
}
