import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildPlan } from 'keywright';
import project from '../../../environments';
import { notProven } from './not-proven';
import { formatProofs, type Proof } from './what-is-proven';

const FILE = join(__dirname, '..', '..', '..', 'docs', 'what-is-proven.md');

/** Writes docs/what-is-proven.md after all suites have passed; in CI it must be what they proved. */
export default class ProofReporter {
  private stale = false;

  /** @see https://jestjs.io/docs/configuration#custom-reporters */
  constructor(private readonly config: { readonly testPathPatterns: { readonly patterns: readonly string[] } }) {}

  onRunComplete(_contexts: unknown, { numFailedTestSuites, testResults }: Results): void {
    if (numFailedTestSuites > 0 || this.config.testPathPatterns.patterns.length > 0) return;
    const proofs = testResults.flatMap(({ testFilePath, testResults }) =>
      testResults.map(
        (test): Proof => ({ ...test, within: test.ancestorTitles, suite: basename(testFilePath, '.test.ts') }),
      ),
    );
    const environments = buildPlan(project).environments.map(({ id }) => id);
    const text = formatProofs(proofs, environments, notProven);
    this.stale = Boolean(process.env.CI) && text !== readFileSync(FILE, 'utf8');
    if (!process.env.CI) writeFileSync(FILE, text);
  }

  getLastError(): Error | undefined {
    return this.stale ? new Error('docs/what-is-proven.md is stale: run `npm run e2e` and commit it') : undefined;
  }
}

// --- internal ---

interface Results {
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly testFilePath: string;
    readonly testResults: readonly { readonly title: string; readonly ancestorTitles: readonly string[] }[];
  }[];
}
