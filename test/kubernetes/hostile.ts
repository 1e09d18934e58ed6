import fc from 'fast-check';

/** Texts that some reader of YAML takes for something else: words, numbers, dates, indicators, ends of lines. */
export function hostileText(): fc.Arbitrary<string> {
  return fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789+-._eExXobB:T ') }),
      fc.string({ unit: fc.constantFrom(...CHARACTERS) }),
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '- ', '# ', 'key: ', '---', '...') }),
      fc.constantFrom(...WORDS),
    )
    .filter((text) => !MISREAD.test(text));
}

/** JSON-like values with hostile texts as values and keys. */
export function hostileValue(): fc.Arbitrary<unknown> {
  const { value } = fc.letrec((tie) => ({
    leaf: fc.oneof(hostileText(), fc.integer(), number(), fc.boolean(), fc.constant(null)),
    list: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(hostileText(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
    value: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('list'), tie('object')),
  }));
  return value;
}

// --- internal ---

const CHARACTERS = 'aé😀 \t\n\r"\'\\#:-?,[]{}&*!|>%@`~=<\u0085\u00a0\u2028\u2029\ufeff\ufffe\u0000\u007f';

/** The package `yaml` takes an exponent for a number in YAML 1.1; no specification does, and kustomize does not. */
const MISREAD = /^[-+]?[eE][-+]?\d+$/;

const WORDS = [
  ...['y', 'Yes', 'NO', 'on', 'Off', 'true', 'FALSE', 'null', 'Null', '~', '', '<<', '=', '.inf', '-.INF', '.NaN'],
  ...['0x1F', '0o17', '017', '0b101', '0_x1', '1_000', '-_1', '+1', '.5', '1.', '1e3', '1e', '190:20:30', '1:99'],
  ...['._E0', '-.e+1'],
  ...['2001-12-14', '2001-12-14T21:59:43.10-05:00', '2001-12-14 21:59:43', '2020-13-45', '2001-1-1x', '__proto__'],
  ...['-', '--', '---', '- a', '-a', '...', 'a:', 'a: b', 'a:b', '::', 'a #b', 'a#b', '?', '? a', '|', '>-', '{{ x }}'],
];

/** JSON has no NaN, no infinity and no negative zero. */
function number(): fc.Arbitrary<number> {
  return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0);
}
