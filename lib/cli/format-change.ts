import { relative } from 'node:path';
import type { Output } from '../model';
import type { OutputChange } from './compare-output';
import type { Colors } from './io';
import { OWNED_FOLDERS } from './write-output';

export type StaleFile = NonNullable<Output['stale']>[number];

/** What is not as the catalogues say, sorted by path. */
export function staleFiles(change: OutputChange): StaleFile[] {
  const stale = STATES.flatMap((state) => change[state].map((path) => ({ path, state })));
  return stale.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `dist/kubernetes  12 files: 2 added, 1 changed`, and the same of the other sides. */
export function formatWritten(change: OutputChange, folder: string): string {
  const all = [...STATES, 'unchanged' as const].flatMap((state) => change[state]);
  const roots = OWNED_FOLDERS.filter((root) => all.some((path) => path.startsWith(`${root}/`)));
  const width = Math.max(...roots.map((root) => root.length));
  const lines = roots.map((root) => {
    const count = (paths: readonly string[]) => paths.filter((path) => path.startsWith(`${root}/`)).length;
    const parts = STATES.filter((state) => count(change[state]) > 0).map((state) => `${count(change[state])} ${state}`);
    const files = count([...change.added, ...change.changed, ...change.unchanged]);
    return `${shortPath(folder)}/${root.padEnd(width)}  ${sayFiles(files)}: ${parts.join(', ') || 'nothing changed'}\n`;
  });
  return lines.join('');
}

/** A line for each file that is not as the catalogues say. */
export function formatStale(change: OutputChange, folder: string, colors: Colors): string {
  const stale = staleFiles(change);
  const lines = stale.map(({ path, state }) => `${colors.yellow(WORDS[state])}  ${shortPath(folder)}/${path}\n`);
  return stale.length === 0
    ? `${shortPath(folder)} is up to date: ${sayFiles(change.unchanged.length)}\n`
    : `${lines.join('')}\n${sayFiles(stale.length)} not as the catalogues say: run keywright synth\n`;
}

export const sayFiles = (count: number): string => `${count} file${count === 1 ? '' : 's'}`;

/** A folder as it is shortest to write from here. */
export function shortPath(folder: string): string {
  const path = relative(process.cwd(), folder);
  return path === '' ? '.' : path.startsWith('..') ? folder : path;
}

// --- internal ---

const STATES = ['added', 'changed', 'removed'] as const;
const WORDS = { added: 'missing ', changed: 'stale   ', removed: 'leftover' } as const;
