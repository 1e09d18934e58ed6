import fc from 'fast-check';
import { load } from 'js-yaml';
import { parse } from 'yaml';
import { formatYaml } from '../../lib/kubernetes/yaml';
import { hostileText, hostileValue } from './hostile';

const READERS: [string, (text: string) => unknown][] = [
  ['YAML 1.1', (text) => parse(text, { version: '1.1' })],
  ['YAML 1.2', (text) => parse(text, { version: '1.2' })],
  ['js-yaml', load],
];

describe.each(READERS)('a reader of %s', (_name, read) => {
  test('gets back any value', () => {
    fc.assert(
      fc.property(hostileValue(), (value) => expect(read(formatYaml(value))).toEqual(value)),
      { numRuns: 1000 },
    );
  });

  test('gets back any text, as a value and as a key', () => {
    fc.assert(
      fc.property(hostileText(), (text) =>
        expect(read(formatYaml({ [text]: text, list: [text] }))).toEqual({ [text]: text, list: [text] }),
      ),
      { numRuns: 5000 },
    );
  });

  test('gets back a key of more than 1024 characters', () => {
    const value = { list: [{ ['k'.repeat(1025)]: { a: 1 } }], ['😀\n'.repeat(200)]: ['a'] };
    expect(read(formatYaml(value))).toEqual(value);
  });
});

test('lists stand at the indentation of their key, empty ones on one line', () => {
  expect(formatYaml({ spec: { data: [{ key: 'a', refs: ['b', ['c', 1]] }, {}], none: [] }, last: true })).toBe(
    'spec:\n  data:\n  - key: a\n    refs:\n    - b\n    - - c\n      - 1\n  - {}\n  none: []\nlast: true\n',
  );
});

test.each([
  [
    'names, versions, ARNs and sentences are plain',
    'arn:aws:iam::123456789012:role/a b-c',
    'arn:aws:iam::123456789012:role/a b-c',
  ],
  ['what only looks like a word is plain', 'nova-1.2.3', 'nova-1.2.3'],
  ['a word of YAML 1.1 is quoted', 'yes', '"yes"'],
  ['a number is quoted', '1_000', '"1_000"'],
  ['a number without a digit is quoted', '._E0', '"._E0"'],
  ['a template is quoted once', '{{ index $all "a" }}', `'{{ index $all "a" }}'`],
  ['apostrophes are doubled', "{{ 'a' }}", "'{{ ''a'' }}'"],
  ['letters of any language stay as they are', 'größe → 😀', "'größe → 😀'"],
  ['what cannot be seen is escaped', 'a\u2028\u007f\u{e0001}\t', String.raw`"a\u2028\u007f\U000e0001\t"`],
  ['lines become a block', 'a\n b\n\n#c\n', '|\n  a\n   b\n\n  #c'],
  ['a block says when its last line has no end', 'a\nb', '|-\n  a\n  b'],
  ['lines that begin with a space are quoted', ' a\nb', String.raw`" a\nb"`],
  ['lines that end with a space are quoted', 'a \nb', String.raw`"a \nb"`],
  ['more than one end is quoted', 'a\n\n', String.raw`"a\n\n"`],
])('%s', (_behaviour, value, text) => {
  expect(formatYaml({ value })).toBe(`value: ${text}\n`);
});

test('keys without a value are left out', () => {
  expect(formatYaml({ a: undefined, b: { c: undefined }, d: [undefined] })).toBe('b: {}\nd:\n- null\n');
});
