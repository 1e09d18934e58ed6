import { canonicalDuration, parseDuration } from '../../lib/plan/durations';

test.each([
  ['15m', '15m0s'],
  ['1h', '1h0m0s'],
  ['90m', '1h30m0s'],
  ['1h30m', '1h30m0s'],
  ['3600s', '1h0m0s'],
  ['45s', '45s'],
  ['1.5s', '1.5s'],
  ['1500ms', '1.5s'],
  ['0', '0s'],
  ['0s', '0s'],
])('%s is %s for Go', (written, canonical) => {
  expect(canonicalDuration(written)).toBe(canonical);
});

test.each(['', '1d', '15', 'm', '1h 30m', '-1h', '1,5h'])('"%s" is no duration and stays as it is', (written) => {
  expect(parseDuration(written)).toBeUndefined();
  expect(canonicalDuration(written)).toBe(written);
});
