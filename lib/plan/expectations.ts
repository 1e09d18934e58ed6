import type { z } from 'zod';

/** What an issue of a schema allows, in words, and as a list where it is one. */
export interface Expectation {
  readonly expected: string;
  readonly allowed: readonly string[];
}

export function expectationOf(issue: z.core.$ZodIssue): Expectation {
  switch (issue.code) {
    case 'invalid_type':
      return {
        expected: issue.message.startsWith('Invalid input') ? (TYPES[issue.expected] ?? issue.expected) : issue.message,
        allowed: [],
      };
    case 'invalid_key':
      return { expected: 'names of at least 1 character', allowed: [] };
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && issue.options ? oneOf(issue.options) : anyOf(issue.errors.flat().map(expectationOf));
    case 'too_small':
      return { expected: bound(issue.inclusive ? 'at least' : 'more than', issue.origin, issue.minimum), allowed: [] };
    case 'too_big':
      return { expected: bound(issue.inclusive ? 'at most' : 'less than', issue.origin, issue.maximum), allowed: [] };
    default:
      return { expected: issue.message, allowed: [] };
  }
}

/** What stands where something else should, without showing it. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return TYPES.array!;
  return TYPES[typeof value] ?? `a ${typeof value}`;
}

// --- internal ---

const TYPES: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  nonoptional: 'a value',
  Uint8Array: 'bytes',
};

const oneOf = (values: readonly unknown[]): Expectation => ({
  expected: values.length === 1 ? `"${String(values[0])}"` : 'one of the values that exist',
  // What may be left out need not be written.
  allowed: values.filter((value) => value !== undefined).map(String),
});

function anyOf(branches: readonly Expectation[]): Expectation {
  const expected = [...new Set(branches.map((branch) => branch.expected))].join(' or ');
  return { expected, allowed: branches.flatMap((branch) => branch.allowed) };
}

function bound(words: string, origin: string, limit: number | bigint): string {
  if (origin === 'array') return `a list of ${words} ${limit}`;
  return origin === 'string'
    ? `a text of ${words} ${limit} ${limit === 1 ? 'character' : 'characters'}`
    : `${words} ${limit}`;
}
