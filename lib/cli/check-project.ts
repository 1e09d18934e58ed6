import type { Finding, Output, OutputFile, Plan } from '../model';
import type { StaleFile } from './format-change';
import { hasErrors } from './format-finding';
import { filesOf, renderOutput } from './render-output';

export interface CheckedProject {
  readonly findings: readonly Finding[];
  /** What the plan renders to, unless an error in the plan stands before it. */
  readonly output?: Output;
}

/** All findings: of the plan, and if that has no errors of the output too, and of how it compares with `dist/`. */
export async function checkProject(
  plan: Plan,
  compare?: (files: readonly OutputFile[]) => readonly StaleFile[],
): Promise<CheckedProject> {
  const { checkOutput, checkPlan, sortFindings } = await import('../checks');
  const findings = await checkPlan(plan);
  if (hasErrors(findings)) return { findings };
  const rendered = await renderOutput(plan);
  const output = compare ? { ...rendered, stale: compare(filesOf(rendered)) } : rendered;
  return { output, findings: sortFindings([...findings, ...checkOutput(output, plan)]) };
}
