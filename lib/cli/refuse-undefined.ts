import type { Project } from '../model';
import { findImportCycle, sayCycle } from './find-import-cycle';
import { UsageError } from './usage-error';

/**
 * Refuses what an import gave as `undefined`: a name that the other file does not export, or one that it has not
 * exported yet because the files import one another. Elsewhere `undefined` is an option that was left out.
 */
export function refuseUndefined(project: Project, index: string, dir: string): void {
  const places = undefinedPlaces(project);
  if (places.length === 0) return;
  const cycle = findImportCycle(index, dir);
  const place = places.find((it) => IMPORTED.test(it)) ?? (cycle && places[0]);
  if (!place) return;
  if (cycle) {
    throw new UsageError(`${place} is undefined: ${sayCycle(cycle)}`, 'move what they share into a file of its own');
  }
  throw new UsageError(`${place} is undefined`, 'see that the file it is imported from exports that name');
}

// --- internal ---

/** What is always another file's export. */
const IMPORTED = /^systems\[\d+\](\.catalogue|\.environments(\[\d+\])?)?$/;

function undefinedPlaces(value: unknown, place = '', seen = new Set<unknown>()): string[] {
  if (value === undefined) return [place];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) return [];
  seen.add(value);
  const at = Array.isArray(value)
    ? (key: string) => `${place}[${key}]`
    : (key: string) => `${place}${place && '.'}${key}`;
  return Object.entries(value).flatMap(([key, inner]) => undefinedPlaces(inner, at(key), seen));
}
