import type { CatalogueInput } from './catalogue';
import type { Environment } from './environment';

/** One catalogue and its environments. */
export interface SystemInput {
  readonly catalogue: CatalogueInput;
  readonly environments: readonly Environment[];
  /**
   * The folder it is written in; findings name it.
   * @default 'environments/{system}'
   */
  readonly folder?: string;
}

export type System = SystemInput;

export function defineSystem(input: SystemInput): System {
  return input;
}

/** Everything that is planned together: the systems of a repository. */
export interface ProjectInput {
  readonly systems: readonly System[];
}

export type Project = ProjectInput;

export function defineProject(input: ProjectInput): Project {
  return input;
}
