import { join, resolve } from 'node:path';
import type { Plan } from '../model';
import { loadProject } from './load-project';
import type { OutputOptions, ProjectOptions } from './options';
import { type Selection, select } from './selection';

export interface OpenProject {
  readonly dir: string;
  readonly plan: Plan;
  readonly selection: Selection;
}

/** The plan of the project that the options name, and what they select of it. */
export async function openProject(options: ProjectOptions): Promise<OpenProject> {
  const dir = options.project ?? '.';
  const project = await loadProject(dir);
  const selection = select(project, options);
  const { buildPlan } = await import('../plan');
  return { dir, plan: buildPlan(project), selection };
}

/** The output folder. */
export const outputFolder = ({ project = '.', output }: OutputOptions): string =>
  output === undefined ? join(project, 'dist') : resolve(output);
