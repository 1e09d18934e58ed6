import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What `kubectl kustomize` prints for a folder of these files, or one in it: its YAML documents. */
export function kustomize(files: Files, path = '.'): string[] {
  return inFolder(files, (folder) => kubectl('kustomize', join(folder, path))).split(/^---\n/m);
}

/** The objects that kubectl reads from a file of YAML documents. No cluster is asked. */
export function readObjects(text: string): Record<string, unknown>[] {
  const printed = inFolder({ 'objects.yaml': text }, (folder) =>
    kubectl('label', '--local', '--output=json', `--filename=${join(folder, 'objects.yaml')}`, 'read=yes'),
  );
  return JSON.parse(`[${printed.trim().replace(/^\}\n\{/gm, '},{')}]`) as Record<string, unknown>[];
}

// --- internal ---

function kubectl(...args: string[]): string {
  return execFileSync('kubectl', args, { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

function inFolder<Result>(files: Files, run: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'keywright-oracle-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
