import { listed, nearest, quoted } from '../../../lib/checks/support/words';

test.each([
  ['optoinal', 'optional'],
  ['evn', 'env'],
  ['prod', 'production'],
  ['issuer', 'oidcIssuer'],
  ['Owner', 'owner'],
  ['zzz', undefined],
])('"%s" likely means %s', (given, meant) => {
  expect(nearest(given, ['optional', 'env', 'production', 'oidcIssuer', 'owner', 'summary'])).toBe(meant);
});

test('a text is shown on one line and shortened', () => {
  expect(quoted('a\nb')).toBe('"a\\nb"');
  expect(quoted('a'.repeat(300))).toBe(`"${'a'.repeat(60)}… (300 characters)"`);
});

test('of many names the first are shown', () => {
  expect(listed(['a', 'b'])).toBe('"a", "b"');
  expect(listed(Array.from({ length: 14 }, () => 'a'))).toMatch(/ and 2 more$/);
});
