import { engine } from './engine';
import type { Rules } from './promtool';

/** What the operator tells of one thing at one moment. */
export interface Sample {
  readonly metric: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * Everything that the operator tells of its work, nothing where it does not answer.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export async function scrape(): Promise<Sample[]> {
  const { metrics } = await engine.state();
  const text = await fetch(metrics).then(
    (response) => response.text(),
    () => '',
  );
  return text.split('\n').flatMap((line) => {
    const [, metric, inner = '', value] = /^(\w*(?:secret|store)\w*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    const labels = Object.fromEntries([...inner.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, text]) => [name!, text!]));
    return metric === undefined ? [] : [{ metric, labels, value: Number(value) }];
  });
}

/**
 * Samples as Prometheus keeps them, going on as they went from the earlier to the later scrape, a minute apart. Its own
 * labels come from the ServiceMonitor; a label that the operator tells wins, unless it is empty.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config `honor_labels`
 */
export function continued(earlier: readonly Sample[], later: readonly Sample[], minutes: number) {
  const before = new Map(earlier.map((sample) => [nameOf(sample), sample.value]));
  const series = later.map((sample) => {
    const step = sample.value - (before.get(nameOf(sample)) ?? sample.value);
    return [nameOf(sample), `${sample.value}${step < 0 ? '-' : '+'}${Math.abs(step)}x${minutes}`];
  });
  return Object.fromEntries(series) as Readonly<Record<string, string>>;
}

/** What expressions of rules and dashboards name: metrics, each with the labels that are asked of it. */
export function namedIn(expressions: readonly string[]): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  for (const expression of expressions) {
    const bare = expression.replace(/"[^"]*"|\$\w+/g, '');
    const grouped = [...bare.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, names]) => names!.split(', '));
    for (const [, metric, inner = ''] of bare
      .replace(/\bby \([^)]*\)/g, '')
      .matchAll(/\b([a-z]\w*)\b(?!\s*\()(?:\{([^}]*)\})?/g)) {
      if (WORDS.has(metric!)) continue;
      const asked = [...inner.matchAll(/(\w+)=/g)].map(([, name]) => name!);
      named.set(metric!, new Set([...(named.get(metric!) ?? []), ...asked, ...grouped]));
    }
  }
  return named;
}

export const expressionsOf = ({ groups }: Rules): string[] =>
  groups.flatMap(({ rules }) => rules.map(({ expr }) => expr));

// --- internal ---

/** @see https://prometheus.io/docs/prometheus/latest/querying/operators/ */
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'offset']);

/** What Prometheus knows of where it found them. */
const TARGET = { namespace: 'external-secrets', service: 'external-secrets-metrics', pod: 'external-secrets-0' };

function nameOf({ metric, labels }: Sample): string {
  const told = Object.entries(labels).filter(([, value]) => value !== '');
  const all = Object.entries({ ...TARGET, ...Object.fromEntries(told) });
  return `${metric}{${all.map(([name, value]) => `${name}="${value}"`).join(', ')}}`;
}
