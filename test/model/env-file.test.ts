import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { binaryFile, envFile, parseEnvFile } from '../../lib/model/env-file';

test.each([
  ['a key and its value', 'A=1\nB=2', { A: '1', B: '2' }],
  ['a value keeps its quotes, spaces and further equals signs', 'A= "x" =y ', { A: ' "x" =y ' }],
  ['an empty value', 'A=\n', { A: '' }],
  ['white space before a key is dropped, whatever Go calls white space', '\t\u00a0\u0085A=1', { A: '1' }],
  [
    'comments and empty lines are passed over',
    '# A=1\n\n  # B=2\n \t\nC=3 # not a comment\n',
    { C: '3 # not a comment' },
  ],
  [
    'one carriage return ends a line, a second one is part of the value',
    'A=1\r\nB=2\r\r\nC=3\r',
    { A: '1', B: '2\r', C: '3' },
  ],
  ['a byte order mark before the first line', '\ufeffA=1', { A: '1' }],
  [
    'keys that JavaScript has its own idea of',
    '__proto__=1\nconstructor=2',
    JSON.parse('{"__proto__":"1","constructor":"2"}'),
  ],
  ['nothing', '', {}],
])('%s', (_what, text, values) => {
  expect(parseEnvFile(text)).toEqual(values);
});

const SECRET = 'aHVudGVyMg/+';

test.each([
  [
    'a line without an equals sign',
    `A=1\n${SECRET}\n`,
    'dev.env line 2: there is no "="; for an empty value write "KEY="',
  ],
  ['a line that begins with an equals sign', `=${SECRET}`, 'dev.env line 1: before the "=" there is no key'],
  [
    'the last line of a value that was broken into lines',
    `A=x\n${SECRET}==`,
    'dev.env line 2: before the "=" there is no key',
  ],
  ['a space after the key', `A =${SECRET}`, 'dev.env line 1: before the "=" there is no key'],
  ['a key that leaves its folder', `..A=${SECRET}`, 'dev.env line 1: before the "=" there is no key'],
  ['a key of 254 characters', `${'A'.repeat(254)}=${SECRET}`, 'dev.env line 1: before the "=" there is no key'],
  ['a byte order mark in another line', `A=1\n\ufeffB=${SECRET}`, 'dev.env line 2: before the "=" there is no key'],
  ['a key that is there twice', `A=1\nA=${SECRET}`, 'dev.env line 2: the key "A" is there twice'],
  [
    'a line at which kustomize stops',
    `A=1\nB=${SECRET.repeat(6000)}`,
    'dev.env line 2: the line has more than 65535 bytes',
  ],
  ['what is not UTF-8', Buffer.from([65, 61, 0xff]), 'dev.env line 1: the line is not UTF-8'],
])('refuses %s, and does not show it', (_what, content, message) => {
  expect(() => parseEnvFile(content, 'dev.env')).toThrow(message);
  expect(() => parseEnvFile(content, 'dev.env')).not.toThrow(SECRET);
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keywright-env-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('are named by path or URL', () => {
    const path = join(folder, 'dev.env');
    writeFileSync(path, 'A=1\n');
    expect(envFile(path)).toEqual({ A: '1' });
    expect(envFile(pathToFileURL(path))).toEqual({ A: '1' });
    expect(binaryFile(path)).toEqual(new Uint8Array([65, 61, 49, 10]));
  });

  test('are never looked for where the command runs', () => {
    expect(() => envFile('dev.env')).toThrow(
      '"dev.env" is relative to where the command runs; write join(__dirname, "dev.env")',
    );
  });

  test('that cannot be read are named', () => {
    expect(() => binaryFile(join(folder, 'none'))).toThrow(`cannot read "${join(folder, 'none')}"`);
    expect(() => envFile(folder)).toThrow(`cannot read "${folder}"`);
  });
});
