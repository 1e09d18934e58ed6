import { major, minor } from 'semver';

/**
 * The minors that were released of each major, from the first that is supported here. Patches are not listed: nobody
 * lists them all.
 * @see https://external-secrets.io/v2.8.0/introduction/stability-support/ for all up to 2.8
 * @see https://github.com/external-secrets/external-secrets/releases/tag/v2.9.0
 */
const RELEASED: Readonly<Record<number, readonly number[]>> = {
  0: [17, 18, 19, 20],
  1: [0, 1, 2, 3],
  2: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
};

const MINORS = Object.entries(RELEASED).flatMap(([first, minors]) =>
  minors.map((second) => ({ major: Number(first), minor: second })),
);
type Minor = (typeof MINORS)[number];
const NEWEST = MINORS.at(-1)!;

/**
 * The first that serves `external-secrets.io/v1` and nothing older.
 * @see https://external-secrets.io/latest/introduction/stability-support/
 */
export const OLDEST = '0.17.0';

/** The first whose definitions nobody has looked at here. */
export const UNKNOWN = `${NEWEST.major}.${NEWEST.minor + 1}.0`;

export const isReleased = (version: string): boolean => RELEASED[major(version)]?.includes(minor(version)) === true;

/** The last minor before a version, and the first after it. */
export function minorsAround(version: string): string[] {
  const given = { major: major(version), minor: minor(version) };
  const before = MINORS.filter((one) => compare(one, given) < 0).at(-1);
  const after = MINORS.find((one) => compare(one, given) > 0);
  return [before, after].flatMap((one) => (one ? `${one.major}.${one.minor}` : []));
}

// --- internal ---

const compare = (a: Minor, b: Minor): number => a.major - b.major || a.minor - b.minor;
