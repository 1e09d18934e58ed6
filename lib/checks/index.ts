import type { Finding, Output, Plan } from '../model';
import type { Check, Flaw } from './check';
import { Places } from './place';
import { OUTPUT_CHECKS, PLAN_CHECKS } from './registry';
import { readOutput } from './support/read-output';

export type { Check } from './check';
export { CHECKS } from './registry';

/** Every finding at once, sorted: of the plan, and of the output when there is one. */
export async function runChecks(plan: Plan, output?: Output): Promise<Finding[]> {
  return sortFindings([...(await checkPlan(plan)), ...(output ? checkOutput(output, plan) : [])]);
}

/** The findings of what people wrote. */
export async function checkPlan(plan: Plan): Promise<Finding[]> {
  const at = new Places(plan);
  // All are started before the first is awaited: the slow one works in the meantime.
  const started = PLAN_CHECKS.map((check) => ({ check, flaws: check.run(plan, at) }));
  const findings = await Promise.all(started.map(async ({ check, flaws }) => findingsOf(check, await flaws)));
  return sortFindings(findings.flat());
}

/** The findings of what is written to `dist/`: of a plan without errors. */
export function checkOutput(output: Output, plan: Plan): Finding[] {
  const at = new Places(plan);
  const written = readOutput(output, plan);
  return sortFindings(OUTPUT_CHECKS.flatMap((check) => findingsOf(check, check.run(written, plan, at))));
}

/** By place, then by code and message; each once. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const keyed = new Map(findings.map((finding) => [[finding.path, finding.code, finding.message].join('\n'), finding]));
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
}

// --- internal ---

const findingsOf = ({ code, severity }: Check, flaws: Iterable<Flaw>): Finding[] =>
  [...flaws].map(({ path, message, mend }) => ({ code, severity, path, message, mend }));
