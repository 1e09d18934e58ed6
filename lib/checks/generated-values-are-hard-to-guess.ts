import type { PlanCheck } from './check';
import { quoted } from './support/words';

const LETTERS_AND_DIGITS = 62;
/** Fewer are guessed offline. */
const BITS = 64;

export const generatedValuesAreHardToGuess: PlanCheck = {
  code: 'generated-values-are-hard-to-guess',
  severity: 'warning',
  summary: `A generated value has at least ${BITS} bits: its length times what its alphabet gives.`,
  *run(plan, at) {
    for (const { home, entry, fields } of plan.entries) {
      for (const { name, generate } of fields) {
        if (!generate) continue;
        const alphabet = generate.alphabet === undefined ? LETTERS_AND_DIGITS : new Set(generate.alphabet).size;
        const bits = generate.length * Math.log2(alphabet);
        if (bits >= BITS) continue;
        const field = name === '' ? 'value' : `fields.${name}`;
        yield {
          path: at.catalogue(home, `entries.${entry}.${field}.generate`),
          message: `${generate.length} of ${alphabet} different characters are ${Math.floor(bits)} bits for ${quoted(name || entry)}`,
          mend:
            alphabet > 1
              ? `write \`length: ${Math.ceil(BITS / Math.log2(alphabet))}\` or more`
              : 'write an `alphabet` of different characters',
        };
      }
    }
  },
};
