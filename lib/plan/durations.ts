const NANOSECONDS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/**
 * Seconds of a Go duration such as `1h30m`, or undefined when it is none.
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0;
  if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)) {
    total += Number(amount) * NANOSECONDS[unit!]!;
  }
  return total / 1e9;
}

/**
 * A duration as Go prints it (`15m` is `15m0s`), which is what the operator writes back; what is none stays as it is.
 * @see https://github.com/external-secrets/external-secrets/issues/5390
 */
export function canonicalDuration(text: string): string {
  const seconds = parseDuration(text);
  if (seconds === undefined) return text;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = `${Number((seconds % 60).toFixed(9))}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
}
