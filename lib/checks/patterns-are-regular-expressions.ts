import type { Plan } from '../model';
import type { Flaw, PlanCheck } from './check';
import type { Places } from './place';
import { flawOfGoPattern } from './support/go-pattern';
import { isPattern } from './support/shape';
import { quoted } from './support/words';

export const patternsAreRegularExpressions: PlanCheck = {
  code: 'patterns-are-regular-expressions',
  severity: 'error',
  summary:
    "The `pattern` of a field's shape is a regular expression, and what a bundle finds or renames by is one that Go takes.",
  *run(plan, at) {
    yield* flawsOfShapes(plan, at);
    yield* flawsOfBundles(plan, at);
  },
};

// --- internal ---

const MEND = 'close what is open, and write a backslash before a character that stands for itself';

function* flawsOfShapes(plan: Plan, at: Places): Iterable<Flaw> {
  for (const { home, entry, fields } of plan.entries) {
    for (const { name, shape } of fields) {
      if (shape?.pattern === undefined || isPattern(shape.pattern)) continue;
      const field = name === '' ? 'value' : `fields.${name}`;
      yield {
        path: at.catalogue(home, `entries.${entry}.${field}.shape.pattern`),
        message: `${quoted(shape.pattern)} is not a regular expression`,
        mend: MEND,
      };
    }
  }
}

/** @see https://pkg.go.dev/regexp/syntax */
function* flawsOfBundles(plan: Plan, at: Places): Iterable<Flaw> {
  for (const { home, bundle, find, rewrite } of plan.bundles) {
    const patterns: [field: string, pattern: string][] = rewrite.flatMap((one, index) =>
      'source' in one ? [[`rewrite.${index}.source`, one.source]] : [],
    );
    if (find?.name !== undefined) patterns.push(['find.name', find.name]);
    for (const [field, pattern] of patterns) {
      const flaw = flawOfGoPattern(pattern);
      if (flaw === undefined) continue;
      yield {
        path: at.catalogue(home, `bundles.${bundle}.${field}`),
        message: `${quoted(pattern)} ${flaw}`,
        mend: flaw.endsWith('Go cannot') ? 'write it without, such as with a group of its own' : MEND,
      };
    }
  }
}
