import type { Project } from '../model';
import { UsageError } from './usage-error';

/** The project among the exports of a file. */
export function pickProject(exported: Readonly<Record<string, unknown>>, file: string): Project {
  // CommonJS and ESM wrap each other's exports: the project may be one `default` deeper.
  const outer = exported.default as { readonly default?: unknown; readonly project?: unknown } | null | undefined;
  const candidates = [outer, exported.project, outer?.default, outer?.project].filter((it) => it !== undefined);
  const found = [...candidates, exported].find(isProject);
  if (found) return found;
  if (candidates.length > 0) {
    throw new UsageError(`what ${file} exports is not a project but ${describe(candidates[0])}`, `write ${EXAMPLE}`);
  }
  const names = Object.keys(exported).filter((name) => exported[name] !== undefined);
  throw new UsageError(
    `${file} exports ${names.length > 0 ? `${names.join(', ')}, but no project` : 'nothing'}`,
    `write ${EXAMPLE}, or export the project under the name "project"`,
  );
}

// --- internal ---

const EXAMPLE = 'export default defineProject({ systems: [...] })';

const isProject = (value: unknown): value is Project =>
  typeof value === 'object' && value !== null && Array.isArray((value as Partial<Project>).systems);

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (typeof (value as PromiseLike<unknown>).then === 'function') return 'a promise, which needs await';
  const names = Object.keys(value);
  return names.length > 0 ? `an object of ${names.join(', ')}` : 'an empty object';
}
