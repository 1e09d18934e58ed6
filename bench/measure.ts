import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILED } from './compile';
import type { Stages } from './units/stages';
import { withFolder, workspace } from './workspace';

/** What some work took: milliseconds of time and of processors, megabytes of memory at its highest. */
export interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
}

/** One run of a side: its processes from start to end, and the stages that its script timed within. */
export interface Sample {
  readonly whole: Usage;
  readonly stages: Stages;
}

/** One way to do the work: commands to run one after the other, made for the empty folder that each run gets. */
export type Side = (folder: string) => readonly Command[];

export interface Command {
  readonly argv: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A script of `bench/units`, compiled, in a process of its own. */
export const unit = (name: string, ...args: string[]): Command => ({
  argv: [process.execPath, join(COMPILED, 'bench', 'units', `${name}.js`), ...args],
});

/** Our command, compiled. */
export const keywright = (...args: string[]): Command => ({
  argv: [process.execPath, join(COMPILED, 'bin', 'keywright.js'), ...args],
});

/** Runs the sides in turn, A B A B, each time in new processes, so that a slow minute of the machine is everybody's. */
export function measure<Name extends string>(
  sides: Readonly<Record<Name, Side>>,
  runs: number,
): Record<Name, Sample[]> {
  const names = Object.keys(sides) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Sample[]>;
  for (let run = 0; run < runs; run++) {
    for (const name of names) samples[name].push(runOnce(sides[name]));
  }
  return samples;
}

/** Runs a side outside the measurement, in a folder that stays. */
export function runIn(folder: string, side: Side): void {
  for (const command of side(folder)) runCommand(command, folder);
}

// --- internal ---

function runOnce(side: Side): Sample {
  return withFolder((folder) => {
    const parts = side(folder).map((command) => runCommand(command, folder));
    return {
      whole: {
        wall: sum(parts.map(({ whole }) => whole.wall)),
        cpu: sum(parts.map(({ whole }) => whole.cpu)),
        memory: Math.max(...parts.map(({ whole }) => whole.memory)),
      },
      stages: Object.assign({}, ...parts.map(({ stages }) => stages)),
    };
  });
}

/** The shell adds a millisecond and knows what only a parent is told: the processors' time of all that ran below it. */
const SCRIPT = '"$0" "$@"; status=$?; times >&3; exit $status';

function runCommand({ argv, cwd, env }: Command, folder: string): Sample {
  const memory = join(folder, 'memory');
  const started = process.hrtime.bigint();
  const done = spawnSync('sh', ['-c', SCRIPT, ...argv], {
    cwd: cwd ?? folder,
    env: { ...ENVIRONMENT, HOME: workspace(), TMPDIR: workspace(), BENCH_MEMORY: memory, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (done.status !== 0) throw new Error(`${argv.join(' ')}\n${done.stdout}\n${done.stderr}`);
  return {
    whole: { wall, cpu: readTimes(String(done.output[3])), memory: readMemory(memory) },
    stages: readStages(done.stdout),
  };
}

/** Nothing of the shell that starts the benchmark changes a result, and nobody asks the network for news. */
const ENVIRONMENT = {
  PATH: process.env.PATH ?? '',
  LANG: 'C.UTF-8',
  NODE_ENV: 'production',
  NODE_OPTIONS: `--require "${join(COMPILED, 'bench', 'units', 'report-memory.js')}"`,
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CDK_DISABLE_VERSION_CHECK: 'true',
  CDK8S_CHECK_UPGRADE: 'false',
};

/** The second line of `times` is what the children took: `0m1.230s 0m0.040s`. */
function readTimes(output: string): number {
  const [, children = ''] = output.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  return sum(parts.map(([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1000));
}

function readMemory(file: string): number {
  if (!existsSync(file)) return 0;
  return Math.max(...readFileSync(file, 'utf8').trim().split('\n').map(Number)) / 1024;
}

/** The last line of a script of ours; the commands of others print what they like. */
function readStages(stdout: string): Stages {
  const [, text] = /^stages (\{.*\})$/m.exec(stdout) ?? [];
  return text === undefined ? {} : (JSON.parse(text) as Stages);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
