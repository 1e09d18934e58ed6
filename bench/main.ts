/*
 * npm run bench                 every case, as a table
 * npm run bench -- a c          some of them
 * npm run bench -- --json       one JSON document on standard output
 * npm run bench -- --runs 9     medians of nine runs
 * TMPDIR=DIR npm run bench      files there, and not in memory
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { devSecrets } from './cases/dev-secrets';
import { managedEntries } from './cases/entries';
import { externalSecrets } from './cases/external-secrets';
import { growth } from './cases/growth';
import { shippedSystems } from './cases/shipped-systems';
import { compile } from './compile';
import { formatResults } from './format';
import type { Result } from './result';
import { removeWorkspace, workspace } from './workspace';

const CASES = {
  a: [shippedSystems],
  b: [externalSecrets, devSecrets],
  c: [growth],
  d: [managedEntries],
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false }, runs: { type: 'string', default: '5' } },
    allowPositionals: true,
  });
  const runs = Number(values.runs);
  const known = positionals.every((name) => Object.hasOwn(CASES, name));
  if (!known || !Number.isInteger(runs) || runs < 1) throw new Error(`cases are ${Object.keys(CASES).join(', ')}`);
  const chosen = Object.entries(CASES).filter(([name]) => positionals.length === 0 || positionals.includes(name));
  // Ctrl+C reaches the running command too: it fails, and we tidy up.
  process.on('SIGINT', () => {});
  try {
    compile();
    const results: Result[] = [];
    for (const [name, cases] of chosen) {
      console.error(`case ${name}: ${runs} runs of each side in turn`);
      for (const run of cases) results.push(...(await run(runs)));
    }
    const machine = { node: process.version, processors: cpus().length, folder: workspace(), runs };
    console.log(values.json ? JSON.stringify({ ...machine, results }, null, 2) : formatResults(results));
  } finally {
    removeWorkspace();
  }
}

void main();
