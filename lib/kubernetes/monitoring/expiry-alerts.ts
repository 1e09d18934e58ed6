import type { PlannedExpiry, PlannedMonitoring } from '../../model';
import { type Alert, verbatim } from './alert';

/** Two for each entry that expires: before that day, and from then on. */
export function expiryAlerts({ expiring, thresholds: { expiryDays } }: PlannedMonitoring): Alert[] {
  return expiring.flatMap((expiry) => [expiresSoon(expiry, expiryDays), hasExpired(expiry)]);
}

/** The seconds until a value stops working. A day begins at midnight in Greenwich. */
export const timeLeft = ({ expires }: PlannedExpiry): string =>
  `vector(${Date.parse(`${expires}T00:00:00Z`) / 1000}) - time()`;

// --- internal ---

const expiresSoon = (expiry: PlannedExpiry, days: number): Alert => ({
  alert: 'SecretEntryExpires',
  expr: `0 < ${timeLeft(expiry)} < ${days} * 86400`,
  labels: { ...labelsOf(expiry), severity: 'warning' },
  summary: `The value of ${expiry.entry} expires in {{ $value | humanizeDuration }}`,
  description: `${verbatim(expiry.remoteKey)} stops working on ${expiry.expires}. Put a new value that works beside the old one, write the new day into "expires" of the entry, sync, restart what reads it, and revoke the old one.`,
});

const hasExpired = (expiry: PlannedExpiry): Alert => ({
  alert: 'SecretEntryExpired',
  expr: `${timeLeft(expiry)} <= 0`,
  labels: { ...labelsOf(expiry), severity: 'critical' },
  summary: `The value of ${expiry.entry} has expired`,
  description: `${verbatim(expiry.remoteKey)} was to stop working on ${expiry.expires}. Put a new value, write its day into "expires" of the entry, sync, and restart what reads it.`,
});

const labelsOf = ({ entry, owner }: PlannedExpiry) => ({
  entry,
  ...(owner !== undefined && { owner: verbatim(owner) }),
});
