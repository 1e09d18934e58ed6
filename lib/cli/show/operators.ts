import type { Plan } from '../../model';
import { type Advisory, advisoriesOf } from './advisories';

export interface OperatorOverview {
  readonly version: string;
  /** The clusters that have it. */
  readonly clusters: readonly string[];
  readonly advisories: readonly Advisory[];
}

/** Every version of the operator that runs somewhere. */
export function operatorsOverview({ clusters }: Plan): OperatorOverview[] {
  const versions = [...new Set(clusters.map(({ operator }) => operator.version))].sort();
  return versions.map((version) => {
    const having = clusters.filter(({ operator }) => operator.version === version).map(({ id }) => id);
    return { version, clusters: having, advisories: advisoriesOf(version) };
  });
}
