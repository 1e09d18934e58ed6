import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OutputFile } from '../../../lib/model';

/** Writes what was rendered where `dist/` would be; the folder goes when the run ends. */
export function temporaryDist(files: readonly OutputFile[]): string {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), text);
  }
  return dist;
}
