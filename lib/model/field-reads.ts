import type { PlannedBundle, PlannedFieldRead, PlannedKey } from './plan';

/** Every field that a bundle names, as often as it names it. */
export function fieldReads({ keys, templateFrom }: PlannedBundle): PlannedFieldRead[] {
  const makers: readonly Pick<PlannedKey, 'parts'>[] = [...keys, ...templateFrom];
  return makers.flatMap(({ parts }) => parts.flatMap((part) => (typeof part === 'string' ? [] : [part])));
}
