import type { Labels, PlannedCluster } from '../model';
import type { Place } from './names';

/** Who owns a store: an environment, or a cluster. */
export interface Owner {
  readonly home: string;
  /** Where on AWS its entries are, when they are there. */
  readonly place?: Place;
  /** The clusters whose tokens are trusted. */
  readonly clusters: readonly PlannedCluster[];
  readonly words: Readonly<Record<string, string>>;
  readonly labels: Labels;
  readonly stack: string;
  /** What tells the names of what reads a further backend from those of the environment's own: its store's name. */
  readonly apart?: string;
  /** The system's own namespace: whatever others come, the role that reads there keeps its name and construct id. */
  readonly namespace?: string;
}
