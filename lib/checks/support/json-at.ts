import { at, isRecord } from '../../model/json-at';

export { at };

export function textAt(value: unknown, ...steps: readonly string[]): string | undefined {
  const found = at(value, ...steps);
  return typeof found === 'string' ? found : undefined;
}

/** The items of a list; one item alone, as IAM allows, is a list of one. */
export function listAt(value: unknown, ...steps: readonly string[]): readonly unknown[] {
  const found = at(value, ...steps);
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}

export const textsAt = (value: unknown, ...steps: readonly string[]): readonly string[] =>
  listAt(value, ...steps).filter((item): item is string => typeof item === 'string');

export const recordAt = (value: unknown, ...steps: readonly string[]): Readonly<Record<string, unknown>> => {
  const found = at(value, ...steps);
  return isRecord(found) ? found : {};
};
