import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A value to scan. What it is called helps: some credentials are known by that alone. */
export interface Scanned {
  readonly name: string;
  readonly value: string;
}

/** What the scanner took each value for, by its place in the list: the name of a rule, never the value. */
export type Suspicion = ReadonlyMap<number, string>;

/**
 * Looks for real credentials with secretlint's recommended rules, all values in one run. A worker does it: secretlint
 * is an ES module, which a worker can import whatever loaded us, and the other checks need not wait for it.
 * @see https://github.com/secretlint/secretlint
 */
export async function scanForCredentials(values: readonly Scanned[]): Promise<Suspicion> {
  const starts: number[] = [];
  let text = '';
  for (const { name, value } of values) {
    starts.push(text.length);
    // The line between keeps a rule from reading one value as the next one's name.
    text += `${name}=${value}\n#\n`;
  }
  const found = await lint(text);
  return new Map(found.map(({ range, rule }) => [indexAt(starts, range[0]), rule]));
}

// --- internal ---

interface Found {
  readonly range: readonly [number, number];
  readonly rule: string;
}

/** Plain JavaScript, so that no compiler turns its `import` into something else. */
const SCAN = `
  const { parentPort, workerData } = require('node:worker_threads');
  Promise.all([import(workerData.core), import(workerData.rules)]).then(async ([{ lintSource }, { creator }]) => {
    const { messages } = await lintSource({
      source: { filePath: 'values', content: workerData.text, contentType: 'text' },
      options: { noPhysicFilePath: true, maskSecrets: true, config: { rules: [{ id: 'recommended', rule: creator }] } },
    });
    parentPort.postMessage(messages.map(({ range, ruleId }) => ({ range, rule: ruleId.replace(/^.*rule-/, '') })));
  });
`;

function lint(text: string): Promise<Found[]> {
  const url = (name: string) => pathToFileURL(require.resolve(name)).href;
  const workerData = {
    text,
    core: url('@secretlint/core'),
    rules: url('@secretlint/secretlint-rule-preset-recommend'),
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(SCAN, { eval: true, workerData, execArgv: [], env: {} });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** The value that a position is in. */
function indexAt(starts: readonly number[], position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
