import { CHECKS, checkOutput, checkPlan } from '../../lib/checks';
import { buildPlan } from '../../lib/plan';
import { sampleProject } from '../sample';
import type { Case, Input } from './cases';
import { written } from './written';

/*
 * Every check has a file of its name beside this one, with its cases.
 * `npx jest test/checks -t <code>` runs those of one check.
 */

describe.each(CHECKS)('$code', ({ code }) => {
  const { cases }: { cases: readonly Case[] } = require(`./${code}`);

  test('is tested on both sides', () => {
    expect(cases.some(([, , ...places]) => places.length === 0)).toBe(true);
    expect(cases.some(([, , ...places]) => places.length > 0)).toBe(true);
  });

  const named = cases.map(([name, input, ...places]) => ({ name, input, places }));
  test.each(named)('$name', async ({ input, places }) => {
    const expected = places.map((place) => (typeof place === 'string' ? [code, place] : place));
    expect(await found(input, code)).toEqual(expected);
  });
});

test('the output that the cases change has no findings', () => {
  const { output, plan } = written();
  expect(checkOutput(output, plan)).toEqual([]);
});

// --- internal ---

/** Every finding of what people wrote. In the output one flaw breaks many truths: there only those of the check. */
async function found(input: Input, code: string): Promise<string[][]> {
  const findings =
    'output' in input
      ? checkOutput(input.output, input.plan).filter((finding) => finding.code === code)
      : await checkPlan(buildPlan('systems' in input ? input : sampleProject(input)));
  return findings.map((finding) => [finding.code, finding.path]);
}
