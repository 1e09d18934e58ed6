/** What labels must be: a text, or one of several. */
export type Matchers = Readonly<Record<string, string | readonly string[]>>;

/** The series of a metric whose labels match. @see https://prometheus.io/docs/prometheus/latest/querying/basics/ */
export function select(metric: string, matchers: Matchers = {}): string {
  const written = Object.entries(matchers).map(([label, value]) => match(label, [value].flat()));
  return written.length > 0 ? `${metric}{${written.join(', ')}}` : metric;
}

/** Seconds as Prometheus writes durations: `1h30m`. */
export function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'm'],
    [Math.ceil(seconds % 60), 's'],
  ] as const;
  return parts.flatMap(([amount, unit]) => (amount > 0 ? [`${amount}${unit}`] : [])).join('');
}

// --- internal ---

function match(label: string, values: readonly string[]): string {
  if (values.length === 1) return `${label}=${JSON.stringify(values[0])}`;
  // of what a name may hold only the dot means something else in a regular expression
  return `${label}=~${JSON.stringify(values.map((one) => one.replaceAll('.', '\\.')).join('|'))}`;
}
