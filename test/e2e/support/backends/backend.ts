import type { PlannedEntry } from '../../../../lib/model';
import type { EnvironmentPlan } from '../environment';
import type { World } from '../syncs';
import type { EntryValue } from '../values';

/** What keeps the entries of environments, as people use it and as tests look at it. */
export interface Backend {
  /** Makes it hold this environment and nothing else, as our files for it say; its entries have no values yet. */
  readonly prepare: (world: World, its: EnvironmentPlan) => Promise<void>;
  readonly put: (world: World, its: EnvironmentPlan, entry: PlannedEntry, value: EntryValue) => Promise<void>;
  /** Deletes an entry; gives what brings it back as it was. */
  readonly take: (world: World, its: EnvironmentPlan, entry: PlannedEntry) => Promise<() => Promise<void>>;
  /** In one sentence that the operator asks for what is planned, as who is planned, and for nothing else. */
  readonly reading: (its: EnvironmentPlan) => string;
  /** What was asked for since a moment, and as whom: each once. */
  readonly asked: (world: World, its: EnvironmentPlan, since: number) => Promise<readonly string[]>;
  /** What the plan has the operator ask for, and as whom. */
  readonly planned: (its: EnvironmentPlan) => readonly string[];
}
