import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Files that import one another in a circle, below `dir`: the first is named again at the end. */
export function findImportCycle(index: string, dir: string): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const imported of importsOf(file)) {
      const cycle = visit(imported, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  return visit(index, [])?.map((file) => relative(dir, file));
}

export const sayCycle = (cycle: readonly string[]): string =>
  `files import one another in a circle, ${cycle.join(' → ')}`;

// --- internal ---

/** Relative imports of values, which is what can be undefined; types are gone when the file runs. */
const IMPORT =
  /(?:\b(?:import|export)\s(?!type\s)[^'"`;]*?\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])(?<path>\.{1,2}\/[^'"]*|\.{1,2})\1/g;

const EXTENSIONS = ['', '.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap((match) => {
    const base = join(dirname(file), match.groups!.path!);
    const candidates = [base, base.replace(/\.([cm]?)js$/, '.$1ts'), join(base, 'index')];
    const files = candidates.flatMap((candidate) => EXTENSIONS.map((extension) => candidate + extension));
    return files.filter((candidate) => existsSync(candidate) && statSync(candidate).isFile()).slice(0, 1);
  });
}
