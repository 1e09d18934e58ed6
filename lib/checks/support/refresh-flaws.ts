import type { Plan, PlannedBundle, PlannedSync } from '../../model';
import type { Flaw } from '../check';
import type { Places } from '../place';
import { grouped } from './grouped';

/**
 * What is wrong with refresh intervals: once for an environment when all its syncs have the same flaw, since then its
 * `refreshInterval` is where it is written.
 */
export function* refreshFlaws(
  plan: Plan,
  at: Places,
  flawOf: (sync: PlannedSync, bundle: PlannedBundle) => Omit<Flaw, 'path'> | undefined,
): Iterable<Flaw> {
  const syncs = plan.bundles.filter(({ source }) => source.kind === 'sync');
  const messageOf = (bundle: PlannedBundle) =>
    bundle.source.kind === 'sync' ? flawOf(bundle.source, bundle)?.message : undefined;
  const flawed = syncs.filter((bundle) => messageOf(bundle) !== undefined);
  if (flawed.length === 0) return;
  const sizes = grouped(syncs, ({ home }) => home);
  for (const bundles of grouped(flawed, (bundle) => `${bundle.home} ${messageOf(bundle)}`).values()) {
    const everywhere = bundles.length > 1 && bundles.length === sizes.get(bundles[0]!.home)?.length;
    for (const bundle of everywhere ? bundles.slice(0, 1) : bundles) {
      const flaw = bundle.source.kind === 'sync' ? flawOf(bundle.source, bundle) : undefined;
      if (!flaw) continue;
      const path = everywhere
        ? at.environment(bundle.home, 'refreshInterval')
        : at.bundle(bundle, 'refreshInterval', (other) => messageOf(other) !== undefined);
      yield { path, ...flaw };
    }
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
