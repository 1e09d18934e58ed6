import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import type { Kubectl } from './kubectl';

/** Puts the CustomResourceDefinitions of a folder into the cluster, and waits until everybody is told of them. */
export async function installDefinitions(kubectl: Kubectl, folder: string): Promise<void> {
  await kubectl.run(['apply', '--server-side', '--filename', folder]);
  const wanted = readdirSync(folder).map((file) => nameOf(join(folder, file)));
  const deadline = Date.now() + 60_000;
  for (let missing = wanted; missing.length > 0; missing = await notServed(kubectl, wanted)) {
    if (Date.now() > deadline) throw new Error(`kinds that are not served after a minute: ${missing.join(', ')}`);
    await sleep(100);
  }
}

/** Takes them away again, with all objects of their kinds. */
export const removeDefinitions = (kubectl: Kubectl, folder: string): Promise<string> =>
  kubectl.run(['delete', '--ignore-not-found', '--filename', folder]);

// --- internal ---

const nameOf = (file: string): string =>
  (parse(readFileSync(file, 'utf8')) as { metadata: { name: string } }).metadata.name;

/** It fails while a group is on its way. */
async function notServed(kubectl: Kubectl, wanted: readonly string[]): Promise<string[]> {
  const { output } = await kubectl.try(['api-resources', '--cached=false', '--output=name']);
  const served = output.split('\n');
  return wanted.filter((name) => !served.includes(name));
}
