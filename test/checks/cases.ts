import type { EnvironmentInput, Output, Plan, Project, System } from '../../lib/model';
import { type Sample, sampleProject } from '../sample';

export { sampleCluster as cluster, samplePlan } from '../sample';

/** What is checked: a system, a project, or what is written for a plan. */
export type Input = Sample | Project | { readonly output: Output; readonly plan: Plan };

/**
 * A case in one line: its name, what is written, and the place of every finding. No place: it passes. A finding of
 * another check stands there with its code.
 */
export type Case = readonly [name: string, input: Input, ...places: readonly (string | readonly [string, string])[]];

/** Several systems in one project. */
export const together = (...samples: readonly Sample[]): Project => ({
  systems: samples.flatMap((sample) => sampleProject(sample).systems),
});

/** A system in several environments, each of which says something else. */
export function environments(sample: Sample, inputs: Readonly<Record<string, Partial<EnvironmentInput>>>): Project {
  const systems = sampleProject(sample).systems.map(
    ({ catalogue, environments: [first] }): System => ({
      catalogue: { ...catalogue, environments: Object.keys(inputs) },
      environments: Object.entries(inputs).map(([name, input]) => ({ ...first!, name, tier: 'staging', ...input })),
    }),
  );
  return { systems };
}

/** What only a loader that strips types lets through. */
export const untyped = (project: unknown): Project => project as Project;
