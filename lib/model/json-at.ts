/** What stands in parsed YAML or JSON, of which nothing is known. */
export function at(value: unknown, ...steps: readonly string[]): unknown {
  return steps.reduce<unknown>((here, step) => (isRecord(here) ? here[step] : undefined), value);
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
