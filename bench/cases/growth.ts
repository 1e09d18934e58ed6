import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILED } from '../compile';
import { keywright, measure, type Side, type Usage } from '../measure';
import { compare, median, type Result } from '../result';
import { newFolder } from '../workspace';

const SIZES = [100, 1000, 10_000, 50_000] as const;
const MOST_MEGABYTES = 1200;

/** (c) `keywright synth`, both sides and all checks, as the number of bundles grows. */
export function growth(runs: number): Result[] {
  const samples = measure(Object.fromEntries(SIZES.map((size) => [size, synth(size)])), runs);
  const usages = SIZES.map((size) => ({ size, usage: median(samples[size]!) }));
  const steps = usages.flatMap(({ size, usage }, at) => {
    const smaller = usages[at - 1];
    return smaller ? [comparedWith(smaller, size, usage)] : [];
  });
  return [
    { case: 'c', what: `synth of ${SIZES[0]} bundles`, timed: 'process', ours: usages[0]!.usage },
    ...steps,
    memoryOf(usages.at(-1)!),
  ];
}

// --- internal ---

interface Sized {
  readonly size: number;
  readonly usage: Usage;
}

function synth(size: number): Side {
  const project = newFolder();
  mkdirSync(join(project, 'environments'));
  const projects = JSON.stringify(join(COMPILED, 'bench', 'projects.js'));
  const text = `module.exports = require(${projects}).syncedProject(${size});\n`;
  writeFileSync(join(project, 'environments', 'index.cjs'), text);
  return (folder) => [keywright('synth', '--project', project, '--output', join(folder, 'dist'))];
}

/** Linear growth: ten times the bundles take at most ten times what the fewer took. */
function comparedWith(smaller: Sized, size: number, ours: Usage): Result {
  const factor = size / smaller.size;
  const { wall, cpu, memory } = smaller.usage;
  const theirs = { wall: wall * factor, cpu: cpu * factor, memory: memory * factor };
  const what = `synth of ${size} bundles against ${factor} times that of ${smaller.size}`;
  return compare({ case: 'c', what, timed: 'process', ours, theirs, atMost: 1 });
}

const memoryOf = ({ size, usage }: Sized): Result => ({
  case: 'c',
  what: `memory of ${size} bundles`,
  timed: 'process',
  ours: usage,
  target: `below ${MOST_MEGABYTES} MB`,
  met: usage.memory < MOST_MEGABYTES,
});
