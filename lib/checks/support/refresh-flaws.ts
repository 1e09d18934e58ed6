import type { Plan, PlannedBundle, PlannedSync } from '../../model';
import type { Flaw } from '../check';
import type { Places } from '../place';

/** What is wrong with refresh intervals, at the environment's own when that is where it is written. */
export function* refreshFlaws(
  plan: Plan,
  at: Places,
  flawOf: (sync: PlannedSync, bundle: PlannedBundle) => Omit<Flaw, 'path'> | undefined,
): Iterable<Flaw> {
  for (const bundle of plan.bundles) {
    const { source } = bundle;
    const flaw = source.kind === 'sync' ? flawOf(source, bundle) : undefined;
    if (source.kind !== 'sync' || !flaw) continue;
    const isAlike = (other: PlannedBundle) =>
      other.source.kind === 'sync' &&
      other.source.refreshInterval === source.refreshInterval &&
      flawOf(other.source, other) !== undefined;
    yield { path: at.bundleOrEnvironment(bundle, 'refreshInterval', isAlike), ...flaw };
  }
}

/** What is wrong with the refresh intervals of pushes. */
export function* pushRefreshFlaws(
  { pushes }: Plan,
  at: Places,
  flawOf: (refreshInterval: string) => Omit<Flaw, 'path'> | undefined,
): Iterable<Flaw> {
  for (const { home, push, refreshInterval } of pushes) {
    const flaw = flawOf(refreshInterval);
    if (flaw) yield { path: at.catalogue(home, `pushes.${push}.refreshInterval`), ...flaw };
  }
}

/**
 * Seconds of a duration as the plan writes it, such as `1h30m0s`, or undefined when it is none.
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function secondsOf(duration: string): number | undefined {
  const found = /^(?:(\d+)h)?(?:(\d+)m)?(\d+(?:\.\d+)?)s$/.exec(duration);
  if (!found) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
