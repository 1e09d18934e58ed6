import { existsSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, parse, relative } from 'node:path';
import { nearest } from '../checks/support/words';
import { findImportCycle, sayCycle } from './find-import-cycle';
import { excerptOf, formatPlace, placeInStack, placeOfImport } from './source-place';
import { UsageError } from './usage-error';

/** What went wrong while the files of `environments/` ran, with the place in them and never a stack of ours. */
export function explainLoadError(error: unknown, index: string, dir: string): UsageError {
  const thrown = fieldsOf(error);
  return syntaxError(thrown, dir) ?? missingImport(thrown, index, dir) ?? thrownError(thrown, index, dir);
}

// --- internal ---

interface Thrown {
  readonly message: string;
  readonly stack: string;
  readonly code: unknown;
  readonly mend: string;
}

const MEND = 'mend what throws there';

/** Not `instanceof Error`: anything can be thrown, also an error of another realm. */
function fieldsOf(error: unknown): Thrown {
  if (typeof error !== 'object' || error === null)
    return { message: String(error), stack: '', code: undefined, mend: MEND };
  const { message, stack, code } = error as { message?: unknown; stack?: unknown; code?: unknown };
  return {
    message: String(message ?? error),
    stack: String(stack ?? ''),
    code,
    mend: error instanceof UsageError ? error.mend : MEND,
  };
}

/** Written by jiti (`ParseError: what \n file:line:column`, columns from 0) and by Node for JSON (`file: what`). */
function syntaxError({ message }: Thrown, dir: string): UsageError | undefined {
  const code = /^ParseError: (.*?)\s*\n\s*(.+):(\d+):(\d+)$/s.exec(message);
  if (code) {
    const place = { file: code[2]!, line: Number(code[3]), column: Number(code[4]) + 1 };
    return new UsageError(`${formatPlace(place, dir)}  ${plain(code[1]!)}`, 'mend the syntax there', excerptOf(place));
  }
  const json = /^(\S.*\.json): (.*)$/s.exec(message);
  return json ? new UsageError(`${relative(dir, json[1]!)}  ${plain(json[2]!)}`, 'mend the JSON there') : undefined;
}

function missingImport({ message, stack, code }: Thrown, index: string, dir: string): UsageError | undefined {
  if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  const specifier = /Cannot find (?:module|package) '([^']+)'/.exec(message)?.[1];
  if (specifier === undefined) return undefined;
  const importer = /(?:Require stack:\n- | imported from )(\S.*)/.exec(message)?.[1] ?? index;
  // ESM tells the whole path.
  const name = isAbsolute(specifier) ? `./${relative(dirname(importer), specifier)}` : specifier;
  const place = placeInStack(stack, dir) ?? placeOfImport(importer, name);
  const what = `${formatPlace(place, dir)}  there is no "${name}" to import`;
  return new UsageError(what, mendImport(name, place.file), excerptOf(place));
}

function mendImport(specifier: string, importer: string): string {
  if (!specifier.startsWith('.')) {
    const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
    return `install it: npm install --save-dev ${name}`;
  }
  const { dir, name } = parse(specifier);
  const folder = join(dirname(importer), dir);
  const there = existsSync(folder) ? readdirSync(folder).map((file) => parse(file).name) : [];
  const likely = nearest(name, there);
  return likely ? `write "${dir}/${likely}"` : 'write the path of a file that exists';
}

function thrownError({ message, stack, mend }: Thrown, index: string, dir: string): UsageError {
  const place = placeInStack(stack, dir);
  const what = `${place ? formatPlace(place, dir) : relative(dir, index)}  ${message}`;
  const cycle = /undefined|before initialization/.test(message) ? findImportCycle(index, dir) : undefined;
  return new UsageError(
    cycle ? `${what}: ${sayCycle(cycle)}` : what,
    cycle ? 'move what they share into a file of its own' : mend,
    place && excerptOf(place),
  );
}

/** As our own messages are written: lower case, no full stop. */
const plain = (text: string): string =>
  text.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()).replace(/\.$/, '');
