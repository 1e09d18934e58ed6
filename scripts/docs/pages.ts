import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDiff, oldSideOf } from './diff';
import { partOf } from './part';

/** The pages that show parts of `dist/`, of `environments/` and of what tests compare with. */
export const pagesWithParts = (root: string): string[] =>
  readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name}`)
    .filter((path) => path.endsWith('.md') && MARKED.test(readFileSync(join(root, path), 'utf8')))
    .sort();

/**
 * A page with its parts of these made anew, each in the block below its mark. `<!-- dist/FILE -->` is the
 * whole file; `: START` takes the line that starts so and what is inside of it, ` without NAME, NAME` leaves such lines
 * and what is inside of them out. Of a block that is a `diff` the old side is what the system's document shows: it stays.
 */
export function formatPage(root: string, path: string): string {
  const page = readFileSync(join(root, path), 'utf8');
  const marks = page.match(new RegExp(MARKED, 'gm')) ?? [];
  let blocks = 0;
  const made = page.replace(BLOCK, (_, mark: string, language: string, content: string) => {
    blocks++;
    const ours = readPart(root, mark, path);
    const text = language === 'diff' ? formatDiff(oldSideOf(content.trimEnd()), ours) : ours;
    return `${mark}\n\`\`\`${language}\n${text}\n\`\`\`\n`;
  });
  if (blocks < marks.length) throw new Error(`${path}: a mark such as "<!-- dist/… -->" has no block on the next line`);
  return made;
}

// --- internal ---

const MARKED = /^<!-- (?:dist|environments|test)\/.*$/m;
const BLOCK = /^(<!-- (?:dist|environments|test)\/.* -->)\n```(\w+)\n([\s\S]*?)^```\n/gm;
const MARK = /^<!-- (\S+?)(?:: (.+?))?(?: without (.+))? -->$/;

function readPart(root: string, mark: string, path: string): string {
  const [, file = '', start, without] = MARK.exec(mark) ?? [];
  try {
    return partOf(readFileSync(join(root, file), 'utf8'), { start, without: without?.split(', ') ?? [] });
  } catch (error) {
    throw new Error(`${path}: ${mark}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
