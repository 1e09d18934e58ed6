import Table from 'cli-table3';
import type { Usage } from './measure';
import type { Result } from './result';

/** The results for people: what took how long, how that compares, and whether it is good enough. */
export function formatResults(results: readonly Result[]): string {
  const table = new Table({ head: ['', 'what', 'timed', 'ours', 'theirs', 'ratio', 'target', ''], ...PLAIN });
  for (const result of results) {
    const { ratio, target, met } = result;
    table.push([
      result.case,
      result.what,
      result.timed,
      formatUsage(result.ours),
      result.theirs ? formatUsage(result.theirs) : '',
      ratio ? `${formatRatio(ratio.wall)} / ${formatRatio(ratio.cpu)}` : '',
      target ?? '',
      met === undefined ? '' : met ? 'met' : 'MISSED',
    ]);
  }
  return `${table.toString()}\n${LEGEND}\n`;
}

// --- internal ---

/** Lines below one another, without a frame and without colours. */
const PLAIN = {
  chars: {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: ' ',
  },
  style: { head: [], border: [], 'padding-left': 0, 'padding-right': 1 },
};

const LEGEND = `Medians: time / processors' time, most memory of a process. The ratio is how many times theirs takes what ours does,
for both; the target is for the time.`;

/** Only Node tells its memory. */
const formatUsage = ({ wall, cpu, memory }: Usage): string =>
  `${formatSeconds(wall)} / ${formatSeconds(cpu)} s${memory > 0 ? `, ${Math.round(memory)} MB` : ''}`;

const formatSeconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1);

const formatRatio = (ratio: number): string => (1 / ratio).toFixed(1);
