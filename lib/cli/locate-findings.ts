import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Finding } from '../model';

/**
 * Findings with the files that are there: the plan names `environments/shop/dev.ts` by convention, but a project may be
 * written in JavaScript or in one file.
 */
export function locateFindings(findings: readonly Finding[], project: string): Finding[] {
  const located = new Map<string, string>();
  const placed = findings.map((finding) => {
    const [file = '', ...rest] = finding.path.split(' ');
    const found = located.get(file) ?? locateFile(file, project);
    located.set(file, found);
    return { ...finding, path: [found, ...rest].join(' ') };
  });
  // What two environments share is found in both, and in one file that is one finding.
  return [...new Map(placed.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/** The file that is there for one that is named by convention. */
export function locateFile(file: string, project: string): string {
  if (!file.startsWith('environments/') || !file.endsWith('.ts')) return file;
  const bases = [file.slice(0, -'.ts'.length), join(dirname(file), 'index'), 'environments/index'];
  const candidates = bases.flatMap((base) => EXTENSIONS.map((extension) => base + extension));
  return candidates.find((candidate) => existsSync(join(project, candidate))) ?? file;
}

// --- internal ---

const EXTENSIONS = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];
