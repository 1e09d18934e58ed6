import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import temporary from '../temporary';
import { startKeeper } from './engine/start-keeper';
import { shared } from './shared';

/** Starts the engine that all suites share. */
export default async function setup(): Promise<void> {
  const started = Date.now();
  temporary();
  const socket = join(mkdtempSync(join(tmpdir(), 'keywright-e2e-')), 'engine.sock');
  process.env.KEYWRIGHT_ENGINE = socket;
  shared.keeper = await startKeeper(socket, (line) => process.stderr.write(`engine: ${line}\n`));
  process.stderr.write(`engine: ready after ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
