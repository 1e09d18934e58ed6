import type { Keeper } from './engine/start-keeper';

/** What jest's setup hands to its teardown. */
export const shared: Keeper[] = [];
