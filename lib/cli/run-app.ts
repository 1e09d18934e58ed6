import type { Plan } from '../model';
import { EXIT } from './exit-code';
import { formatFindings, hasErrors } from './format-finding';
import { type Io, processIo } from './io';
import { loadProject } from './load-project';
import { locateFindings } from './locate-findings';
import { reportError } from './report-error';
import { runToTheEnd } from './run-to-the-end';

/**
 * What `cdk.json` and `cdk8s.yaml` start: the plan of the project in the current folder, given to `synthesize` unless a
 * check finds an error. Nobody deploys round the checks.
 */
export async function runApp(synthesize: (plan: Plan) => void): Promise<void> {
  const io = processIo();
  await runToTheEnd(() => runChecked(synthesize, io), io);
}

// --- internal ---

async function runChecked(synthesize: (plan: Plan) => void, io: Io): Promise<number> {
  try {
    const { buildPlan } = await import('../plan');
    const { checkPlan } = await import('../checks');
    const plan = buildPlan(await loadProject('.'));
    const findings = locateFindings(await checkPlan(plan), '.');
    if (findings.length > 0) io.stderr(formatFindings(findings, io.colors));
    if (hasErrors(findings)) return EXIT.findings;
    synthesize(plan);
    return EXIT.done;
  } catch (error) {
    return reportError(error, io);
  }
}
