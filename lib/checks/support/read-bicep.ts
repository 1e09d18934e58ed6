import type { OutputFile } from '../../model';
import { homeOf } from './read-manifests';

/** A managed identity of Azure, whom it trusts and what it may read. */
export interface WrittenAzureIdentity {
  readonly home: string;
  readonly file: string;
  readonly name: string;
  readonly vault: string;
  readonly subjects: readonly string[];
  readonly secrets: readonly string[];
  /** The roles that are assigned to it, by their ids. */
  readonly roles: readonly string[];
}

/** Of a Bicep file only what our own has: other expressions are not understood, and read as nothing. */
export function readBicep(files: readonly OutputFile[]): WrittenAzureIdentity[] {
  return files
    .filter(({ path }) => path.endsWith('.bicep'))
    .map(({ path, text }) => ({
      home: homeOf(path),
      file: path,
      name: nameOf(text, 'identity'),
      vault: nameOf(text, 'vault'),
      subjects: textsIn(text, /^\s*subject: ('(?:[^'\\]|\\.)*')$/gm),
      secrets: textsIn(/^var secretNames = \[\n([^\]]*)\]/m.exec(text)?.[1] ?? '', /^\s*('(?:[^'\\]|\\.)*')$/gm),
      roles: [...text.matchAll(/^\s*'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'$/gm)].map(([, id = '']) => id),
    }));
}

// --- internal ---

function nameOf(text: string, resource: string): string {
  const [, block = ''] = text.split(`resource ${resource} '`);
  return textsIn(block, /^ {2}name: ('(?:[^'\\]|\\.)*')$/gm)[0] ?? '';
}

const textsIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, quoted = '']) => quoted.slice(1, -1).replace(/\\(.)/g, '$1'));
