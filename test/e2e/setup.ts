import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from 'jest';
import temporary from '../temporary';
import { promtool } from './engine/build/promtool';
import { startKeeper } from './engine/start-keeper';
import { shared } from './shared';
import { ENGINES, socketOf } from './support/engine';

/** Starts an engine for each of jest's workers; the suites that a worker runs share it. */
export default async function setup({ maxWorkers }: Config): Promise<void> {
  temporary();
  process.env[ENGINES] = mkdtempSync(join(tmpdir(), 'keywright-e2e-'));
  // One after the other: what is missing is built once.
  for (let worker = 1; worker <= Number(maxWorkers); worker++) shared.push(await startEngine(worker));
  // Most suites do without it: they begin meanwhile. Whoever needs it waits, and fails if it fails.
  promtool(say).catch(({ message }: Error) => say(message));
}

// --- internal ---

const say = (line: string): boolean => process.stderr.write(`${line}\n`);

function startEngine(worker: number) {
  const started = Date.now();
  const progress = (line: string) => say(`engine ${worker}: ${line}`);
  const keeper = startKeeper(socketOf(worker), progress);
  keeper.then(() => progress(`ready after ${((Date.now() - started) / 1000).toFixed(1)} s`));
  return keeper;
}
