import type { PlannedEntry } from '../../model';

/** Whether the project makes an entry, by a stack or by a push: others exist. */
export const isMade = ({ managed, pushedBy }: Pick<PlannedEntry, 'managed' | 'pushedBy'>): boolean =>
  managed || pushedBy !== undefined;
