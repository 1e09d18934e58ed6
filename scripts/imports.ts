/*
 * Makes imports/ from ESO's own CustomResourceDefinitions: `npm run imports`.
 * With --check it writes nothing, and fails when imports/ is stale. Needs Go, which fetches the definitions.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { type CustomResourceDefinition, readCustomResourceDefinitions } from './imports/crds';
import { cutDefinitions } from './imports/cut';
import { formatExactTypes } from './imports/exact-types';

const IMPORTS = join(__dirname, '..', 'imports');

function main(args: readonly string[]): void {
  const scratch = mkdtempSync(join(tmpdir(), 'keywright-imports-'));
  try {
    const made = generate(scratch);
    if (args.includes('--check')) check(made);
    else write(made);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The text of each module. */
function generate(scratch: string): Map<string, string> {
  const definitions = readCustomResourceDefinitions();
  return new Map([
    ...importDefinitions(cutDefinitions(definitions), scratch),
    ['external-secrets-types.ts', formatExactTypes(definitions)],
  ]);
}

/** Runs `cdk8s import` in a folder of its own; gives the text of each module it made. */
function importDefinitions(definitions: readonly CustomResourceDefinition[], scratch: string): Map<string, string> {
  const file = join(scratch, 'crds.yaml');
  writeFileSync(file, definitions.map((definition) => stringify(definition)).join('---\n'));
  const cdk8s = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
  const args = ['import', file, '--output', 'made', '--language', 'typescript', '--no-save', '--no-check-upgrade'];
  execFileSync(process.execPath, [cdk8s, ...args], { cwd: scratch, stdio: ['ignore', 'ignore', 'inherit'] });
  return readFolder(join(scratch, 'made'));
}

function check(made: Map<string, string>): void {
  const present = readFolder(IMPORTS);
  const names = [...new Set([...made.keys(), ...present.keys()])].sort();
  const stale = names.filter((name) => made.get(name) !== present.get(name));
  for (const name of stale) console.error(`imports/${name} is not what ESO's definitions give; run "npm run imports"`);
  if (stale.length > 0) process.exitCode = 1;
}

function write(made: Map<string, string>): void {
  rmSync(IMPORTS, { recursive: true, force: true });
  mkdirSync(IMPORTS);
  for (const [name, text] of made) {
    writeFileSync(join(IMPORTS, name), text);
    console.log(`imports/${name}: ${text.split('\n').length} lines`);
  }
}

function readFolder(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

main(process.argv.slice(2));
