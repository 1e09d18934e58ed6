/** Matchers of labels: a text, one of several, or nothing that is asked. */
export type Matchers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The series of a metric whose labels match. @see https://prometheus.io/docs/prometheus/latest/querying/basics/ */
export function select(metric: string, matchers: Matchers = {}): string {
  const written = Object.entries(matchers).flatMap(([label, value]) =>
    value === undefined ? [] : [match(label, value)],
  );
  return written.length > 0 ? `${metric}{${written.join(', ')}}` : metric;
}

/** Seconds as Prometheus writes durations: `1h30m`. */
export function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'm'],
    [Math.ceil(seconds % 60), 's'],
  ] as const;
  return parts.flatMap(([amount, unit]) => (amount > 0 ? [`${amount}${unit}`] : [])).join('') || '0s';
}

// --- internal ---

function match(label: string, value: string | readonly string[]): string {
  const values = [value].flat();
  if (values.length === 1) return `${label}=${JSON.stringify(values[0])}`;
  // Of what a name may hold only the dot means something else in a regular expression.
  return `${label}=~${JSON.stringify(values.map((one) => one.replaceAll('.', '\\.')).join('|'))}`;
}
