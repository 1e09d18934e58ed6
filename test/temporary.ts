import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the tests a temporary folder of their own: apps of cdk and cdk8s leave what they write. */
export default function setup(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'keywright-test-'));
}

export function teardown(): void {
  rmSync(process.env.TMPDIR!, { recursive: true, force: true });
}
