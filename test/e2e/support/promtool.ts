import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promtool } from '../engine/build/promtool';
import { run } from '../engine/build/run';

/** What a PrometheusRule says: what Prometheus reads from a file. */
export interface Rules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly Rule[] }[];
}

export interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: Labels;
  readonly annotations: Labels;
}

/** What Prometheus knows, one value a minute from `start` on, and the alerts that it must or must not fire later. */
export interface RuleTest {
  readonly start?: string;
  readonly series: Readonly<Record<string, string>>;
  readonly expected: readonly Expected[];
}

export interface Expected {
  readonly at: string;
  readonly alert: string;
  readonly fires: readonly Firing[];
}

/** An alert as it is sent. */
export interface Firing {
  readonly labels: Labels;
  readonly annotations: Labels;
}

export type Labels = Readonly<Record<string, string>>;

/** An alert with these labels, as its rule has it sent; the summary is told, as it may count and round. */
export function firing({ groups }: Rules, alert: string, labels: Labels, summary: string): Firing {
  const rule = groups.flatMap((group) => group.rules).find((each) => each.alert === alert && has(labels, each.labels));
  if (!rule) throw new Error(`no rule sends ${alert} with ${JSON.stringify(labels)}`);
  const filled = Object.entries(rule.annotations).map(([name, text]) => [name, fill(text, labels)]);
  return { labels, annotations: { ...Object.fromEntries(filled), summary } };
}

/** What Prometheus says of rules; it fails when they are wrong, or two of them the same. */
export async function checkRules(rules: Rules): Promise<string> {
  const program = await promtool(() => undefined);
  return run(program, ['check', 'rules', '--lint=all', '--lint-fatal', written(rules)]);
}

/** Runs rules against series; it fails, and says how, when another alert fires than is expected. */
export async function testRules(rules: Rules, tests: readonly RuleTest[]): Promise<void> {
  const program = await promtool(() => undefined);
  const file = written({ rule_files: [written(rules)], evaluation_interval: '1m', tests: tests.map(unitTest) });
  await run(program, ['test', 'rules', file]);
}

// --- internal ---

const has = (labels: Labels, some: Labels): boolean =>
  Object.entries(some).every(([name, value]) => labels[name] === value);

const fill = (text: string, labels: Labels): string =>
  text.replace(/\{\{ \$labels\.(\w+) \}\}/g, (whole, name: string) => labels[name] ?? whole);

const unitTest = ({ start, series, expected }: RuleTest): object => ({
  interval: '1m',
  ...(start !== undefined && { start_timestamp: start }),
  input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
  alert_rule_test: expected.map(({ at, alert, fires }) => ({
    eval_time: at,
    alertname: alert,
    exp_alerts: fires.map(({ labels, annotations }) => ({ exp_labels: labels, exp_annotations: annotations })),
  })),
});

/** A file of YAML, which JSON is. */
function written(content: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'promtool-')), 'file.yaml');
  writeFileSync(file, JSON.stringify(content));
  return file;
}
