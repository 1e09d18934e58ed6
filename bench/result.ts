import type { Sample, Usage } from './measure';

/** One line of the benchmark: what ours took, what the other took, and how they compare. */
export interface Result {
  readonly case: string;
  readonly what: string;
  /** What is inside the timer. */
  readonly timed: string;
  readonly ours: Usage;
  readonly theirs?: Usage;
  /** Ours divided by theirs. */
  readonly ratio?: { readonly wall: number; readonly cpu: number };
  readonly target?: string;
  readonly met?: boolean;
}

export interface Question<Measured> extends Pick<Result, 'case' | 'what' | 'timed'> {
  readonly ours: Measured;
  readonly theirs: Measured;
  /** What ours may take of theirs: 0.1 is ten times faster. */
  readonly atMost?: number;
}

/** The stages that count on each side; its whole process where there are none. */
export interface StagesOf {
  readonly ours?: readonly string[];
  readonly theirs?: readonly string[];
}

/** Compares the medians of two sides. */
export function compareMedians(
  { ours, theirs, ...question }: Question<readonly Sample[]>,
  stages: StagesOf = {},
): Result {
  return compare({ ...question, ours: median(ours, stages.ours), theirs: median(theirs, stages.theirs) });
}

/** The time is judged. The processors' time says how much of it others on the machine took. */
export function compare({ atMost, ...question }: Question<Usage>): Result {
  const { ours, theirs } = question;
  const ratio = { wall: ours.wall / theirs.wall, cpu: ours.cpu / theirs.cpu };
  const judged = atMost === undefined ? {} : { target: words(atMost), met: ratio.wall <= atMost };
  return { ...question, ratio, ...judged };
}

/** The median of each number. */
export function median(samples: readonly Sample[], stages?: readonly string[]): Usage {
  const usages = samples.map((sample) => (stages ? usageOf(sample, stages) : sample.whole));
  return {
    wall: middle(usages.map(({ wall }) => wall)),
    cpu: middle(usages.map(({ cpu }) => cpu)),
    memory: middle(usages.map(({ memory }) => memory)),
  };
}

// --- internal ---

function usageOf({ whole, stages }: Sample, names: readonly string[]): Usage {
  const parts = names.map((name) => stages[name]!);
  return {
    wall: parts.reduce((sum, { wall }) => sum + wall, 0),
    cpu: parts.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: whole.memory,
  };
}

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function words(atMost: number): string {
  if (atMost < 1) return `${Math.round(1 / atMost)} times faster`;
  return atMost === 1 ? 'not slower' : `at most ${atMost} times`;
}
