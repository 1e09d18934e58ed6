/** Which lines of a file: all of them, or those of the line that starts so; without the lines of these names. */
export interface Part {
  readonly start: string | undefined;
  readonly without: readonly string[];
}

/** A part of a file, by indentation: YAML, JSON, HCL and Bicep alike. */
export function partOf(text: string, { start, without }: Part): string {
  const whole = text.trimEnd().split('\n');
  const part = start === undefined ? whole : cut(whole, start);
  const lines = without.reduce((rest, name) => leaveOut(rest, `${name}:`), part);
  return lines.join('\n').trimEnd().replace(/,$/, '');
}

// --- internal ---

function cut(lines: readonly string[], start: string): readonly string[] {
  const first = lines.findIndex((line) => isStart(line, start));
  if (first < 0) throw new Error(`no line starts with ${start}`);
  const depth = depthOf(lines[first] ?? '');
  return lines.slice(first, endOf(lines, first)).map((line) => line.slice(depth));
}

function leaveOut(lines: readonly string[], start: string): readonly string[] {
  const first = lines.findIndex((line) => isStart(line, start));
  return first < 0 ? lines : [...lines.slice(0, first), ...leaveOut(lines.slice(endOf(lines, first)), start)];
}

const isStart = (line: string, start: string): boolean => line.trimStart().startsWith(start);

/** Where the lines inside of a line end. */
function endOf(lines: readonly string[], first: number): number {
  const depth = depthOf(lines[first] ?? '');
  const length = lines
    .slice(first + 1)
    .findIndex((line) => line !== '' && depthOf(line) <= depth && !belongs(line, depth));
  return length < 0 ? lines.length : first + 1 + length;
}

const depthOf = (line: string): number => line.length - line.trimStart().length;

/** The items of a list in YAML and a closing bracket are as deep as what they belong to. */
const belongs = (line: string, depth: number): boolean => depthOf(line) === depth && /^\s*(- |[\])}])/.test(line);
