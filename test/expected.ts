import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile } from '../lib/model';

/**
 * Compares files with what stands in `test/expected/<folder>`, file by file.
 * `UPDATE_EXPECTED=1 npx jest` writes them instead: read the difference before you commit it.
 */
export function expectFiles(folder: string, files: readonly OutputFile[]): void {
  const root = join(__dirname, 'expected', folder);
  if (process.env.UPDATE_EXPECTED) writeFiles(root, files);
  const expected = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]);
  expect(Object.fromEntries(files.map((file) => [file.path, file.text]))).toEqual(Object.fromEntries(expected));
}

// --- internal ---

function writeFiles(root: string, files: readonly OutputFile[]): void {
  rmSync(root, { recursive: true, force: true });
  for (const file of files) {
    mkdirSync(dirname(join(root, file.path)), { recursive: true });
    writeFileSync(join(root, file.path), file.text);
  }
}
