import type { Home, PlannedGitops } from '../../model';

/** Where in the repository a home is. */
export const pathBelow = ({ path }: PlannedGitops, home: Home): string => (path === '' ? home : `${path}/${home}`);
