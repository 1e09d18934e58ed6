import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of values that cannot be read as one. The message names file and line, never what stands there. */
export class EnvFileError extends Error {
  override readonly name = 'EnvFileError';
}

/**
 * The values of an env file, for `embedded({ values: { app: envFile(join(__dirname, 'dev.env')) } })`.
 * Lines are `KEY=value`; nothing is unquoted, expanded or trimmed at the end, as in kustomize's `envs`.
 */
export function envFile(path: string | URL): Record<string, string> {
  return parseEnvFile(readBytes(path), String(path));
}

/** A file's bytes, for a value that is not text. */
export function binaryFile(path: string | URL): Uint8Array {
  return new Uint8Array(readBytes(path));
}

/**
 * The values in the text of an env file, read as kustomize reads it. What kustomize passes over without a word
 * (a line without `=` or without a key, all that follows a very long line) is an error here.
 * @see https://github.com/kubernetes-sigs/kustomize/blob/api/v0.18.0/api/kv/kv.go
 */
export function parseEnvFile(content: string | Uint8Array, file = 'env file'): Record<string, string> {
  const values = new Map<string, string>();
  for (const [index, bytes] of splitLines(Buffer.from(content)).entries()) {
    const refuse: Refuse = (problem, cause) =>
      new EnvFileError(`${file} line ${index + 1}: ${problem}`, cause === undefined ? {} : { cause });
    const line = trimStart(decode(bytes, refuse), index === 0);
    if (line === '' || line.startsWith('#')) continue;
    const [key, value] = splitPair(line, refuse);
    if (values.has(key)) throw refuse(`the key "${key}" is there twice; remove one of the lines`);
    values.set(key, value);
  }
  return Object.fromEntries(values);
}

// --- internal ---

type Refuse = (problem: string, cause?: unknown) => EnvFileError;

function readBytes(path: string | URL): Buffer {
  const file = path instanceof URL ? fileURLToPath(path) : path;
  if (!isAbsolute(file)) {
    throw new EnvFileError(
      `"${file}" is relative to where the command runs; write join(__dirname, "${file}") or new URL("${file}", import.meta.url)`,
    );
  }
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new EnvFileError(`cannot read "${file}"; is it there, and a file?`, { cause });
  }
}

/** The lines without their line feeds. */
function splitLines(content: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < content.length; ) {
    const found = content.indexOf('\n', start);
    const end = found < 0 ? content.length : found;
    lines.push(content.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

function decode(bytes: Buffer, refuse: Refuse): string {
  if (bytes.length > LONGEST_LINE) {
    throw refuse(`the line has more than ${LONGEST_LINE} bytes; put the value into its own file and use binaryFile`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/\r$/, '');
  } catch (cause) {
    throw refuse('the line is not UTF-8; save the file as UTF-8, or use binaryFile for a value that is no text', cause);
  }
}
/**
 * Where kustomize stops to read, without a word.
 * @see https://pkg.go.dev/bufio#Scanner
 */
const LONGEST_LINE = 65_535;

/** Without a byte order mark in the first line, and without the white space that Go's `unicode.IsSpace` knows. */
function trimStart(line: string, first: boolean): string {
  return (first ? line.replace(/^\ufeff/, '') : line).replace(SPACE, '');
}
const SPACE = /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** The key and the value. What is no key is not shown: it may be part of a value that was broken into lines. */
function splitPair(line: string, refuse: Refuse): [key: string, value: string] {
  const at = line.indexOf('=');
  if (at < 0) throw refuse('there is no "="; for an empty value write "KEY="');
  const key = line.slice(0, at);
  if (!KEY.test(key) || key.length > LONGEST_KEY) {
    throw refuse(
      'before the "=" there is no key: letters, digits, "-", "_" and ".", at most 253, not beginning with ".."',
    );
  }
  return [key, line.slice(at + 1)];
}
/** @see https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data */
const KEY = /^(?!\.$|\.\.)[-._a-zA-Z0-9]+$/;
const LONGEST_KEY = 253;
