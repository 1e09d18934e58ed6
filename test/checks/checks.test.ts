import { CHECKS, checkOutput, checkPlan } from '../../lib/checks';
import { buildPlan } from '../../lib/plan';
import { sampleProject } from '../sample';
import type { Case, Input } from './cases';

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
    expect(await found(input)).toEqual(expected);
  });
});

// --- internal ---

async function found(input: Input): Promise<string[][]> {
  const findings =
    'output' in input
      ? checkOutput(input.output, input.plan)
      : await checkPlan(buildPlan('systems' in input ? input : sampleProject(input)));
  return findings.map(({ code, path }) => [code, path]);
}
